//! Values that can be written.

use crate::{
    traits::{combinator::Combinator, tag::Tag},
    write::{
        count::Count,
        cursor::{BufferTooSmall, Cursor},
        disagreement::Disagreement,
        writer::Writer,
    },
};
use alloc::{boxed::Box, vec::Vec};
use core::mem;

/// The initial capacity of a vector, in bytes. Allocators keep blocks of up to this size at hand.
const FRESH: usize = 1024;

/// A value with a natural form on the wire.
///
/// The form is boxed for combinators and for types with several constructors: the id, then the fields. Primitives are
/// bare. A `Vec<T>` is the boxed `Vector` of elements in their natural form.
///
/// Almost all types can hold only values that have bytes. In a few, parts may disagree, because one number of the
/// schema controls several of them ([`Disagreement`]). Encode these with [`Encode::try_to_bytes`] or
/// [`Encode::try_encode_into`]; the other methods do not compile for them.
///
/// ```compile_fail,E0080
/// # use typelang_runtime::{Encode, Writer};
/// # struct Jagged;
/// # impl Encode for Jagged {
/// #     const CAN_DISAGREE: bool = true;
/// #     fn encode(&self, out: &mut Writer<'_>) {}
/// # }
/// # let value = Jagged;
/// let bytes = value.to_bytes();
/// ```
pub trait Encode {
    /// Whether parts of a value may disagree, so that encoding may fail.
    ///
    /// A type that holds such a value has such values too. If this is false and a value is refused anyway, the methods
    /// without `try` panic.
    const CAN_DISAGREE: bool = false;

    /// Identifies the type of a value, for conversions.
    #[doc(hidden)]
    const TAG: Tag = Tag::Ids;

    /// Writes the value to `out`.
    ///
    /// If parts of the value disagree, the writer keeps the first such place, and [`Writer::finish`] returns it.
    fn encode(&self, out: &mut Writer<'_>);

    /// Writes the values one after another; types of fixed width do so in one step.
    #[doc(hidden)]
    #[inline]
    fn encode_many(items: &[Self], out: &mut Writer<'_>)
    where
        Self: Sized,
    {
        if Self::CAN_DISAGREE {
            out.repeat_within(items, |out, item| item.encode(out));
        } else {
            // Written out: a closure would be one more function for each type.
            for item in items {
                if out.is_done() {
                    break;
                }
                item.encode(out);
            }
        }
    }

    /// The number of bytes that [`Encode::encode`] writes.
    ///
    /// # Panics
    /// If a value is refused although [`Encode::CAN_DISAGREE`] is false.
    #[inline]
    fn encoded_len(&self) -> usize {
        const { expect_whole::<Self>() }
        let mut count = Count::new();
        let mut out = Writer::to(&mut count);
        self.encode(&mut out);
        expect_accepted(&mut out);
        drop(out);
        count.len()
    }

    /// The value's bytes.
    ///
    /// The vector starts with a capacity of 1,024 bytes and grows. Counting first takes longer than growing. To
    /// allocate once, reserve [`Encode::encoded_len`] bytes and call [`Encode::encode_into`].
    ///
    /// # Panics
    /// If a value is refused although [`Encode::CAN_DISAGREE`] is false.
    #[inline]
    fn to_bytes(&self) -> Vec<u8> {
        const { expect_whole::<Self>() }
        let mut out = Writer::appending(Vec::with_capacity(FRESH));
        self.encode(&mut out);
        expect_accepted(&mut out);
        out.into_bytes()
    }

    /// Appends the value to `buffer`, which grows as needed.
    ///
    /// # Panics
    /// If a value is refused although [`Encode::CAN_DISAGREE`] is false; the buffer is then unchanged.
    #[inline]
    fn encode_into(&self, buffer: &mut Vec<u8>) {
        const { expect_whole::<Self>() }
        let len = buffer.len();
        let mut lent = Lent { out: Writer::appending(mem::take(buffer)), home: buffer };
        self.encode(&mut lent.out);
        if let Some(fault) = lent.out.take_fault() {
            lent.out.bytes_mut().truncate(len);
            refused(&fault);
        }
    }

    /// Writes the value to the start of `buffer` and returns the number of bytes written.
    ///
    /// # Errors
    /// [`BufferTooSmall`] with the length that the value needs; the contents of the buffer are then unspecified.
    ///
    /// # Panics
    /// If a value is refused although [`Encode::CAN_DISAGREE`] is false.
    #[inline]
    fn encode_to_slice(&self, buffer: &mut [u8]) -> Result<usize, BufferTooSmall> {
        const { expect_whole::<Self>() }
        let mut cursor = Cursor::new(buffer);
        let mut out = Writer::to(&mut cursor);
        self.encode(&mut out);
        expect_accepted(&mut out);
        drop(out);
        cursor.finish()
    }

    /// The value's bytes, for all types, including those whose parts may disagree.
    ///
    /// # Errors
    /// The first place where parts of the value disagree. Never fails if [`Encode::CAN_DISAGREE`] is false.
    #[inline]
    fn try_to_bytes(&self) -> Result<Vec<u8>, Disagreement> {
        let mut out = Writer::appending(Vec::with_capacity(FRESH));
        self.encode(&mut out);
        out.finish()
    }

    /// Appends the value to `buffer`, for all types, including those whose parts may disagree.
    ///
    /// # Errors
    /// The first place where parts of the value disagree; the buffer is then unchanged.
    #[inline]
    fn try_encode_into(&self, buffer: &mut Vec<u8>) -> Result<(), Disagreement> {
        let len = buffer.len();
        let mut lent = Lent { out: Writer::appending(mem::take(buffer)), home: buffer };
        self.encode(&mut lent.out);
        let Some(fault) = lent.out.take_fault() else { return Ok(()) };
        lent.out.bytes_mut().truncate(len);
        Err(fault)
    }
}

/// Fails to compile for types whose parts may disagree, because their bytes might not represent the value.
const fn expect_whole<T: Encode + ?Sized>() {
    assert!(
        !T::CAN_DISAGREE,
        "parts of this type may disagree, so encoding may be refused: use `try_to_bytes` or `try_encode_into`"
    );
}

/// Panics if a value was refused whose type says that its parts cannot disagree.
#[inline]
fn expect_accepted(out: &mut Writer<'_>) {
    if let Some(fault) = out.take_fault() {
        refused(&fault);
    }
}

#[cold]
#[inline(never)]
#[expect(clippy::panic, reason = "a type breaks the contract of its trait")]
fn refused(fault: &Disagreement) -> ! {
    panic!("{fault}; set `CAN_DISAGREE` in the type that is written by hand, or use `try_to_bytes`")
}

/// A buffer that is returned when a value was written to it, or when its encoder panics.
struct Lent<'a> {
    out: Writer<'static>,
    home: &'a mut Vec<u8>,
}

impl Drop for Lent<'_> {
    #[inline]
    fn drop(&mut self) {
        mem::swap(self.home, self.out.bytes_mut());
    }
}

/// A combinator's fields without its id.
///
/// Every implementor also implements [`Encode`], which writes the id before the fields.
pub trait EncodeBare: Combinator {
    /// Whether parts of a value may disagree, so that encoding may fail.
    const CAN_DISAGREE: bool = false;

    /// Writes the fields to `out`.
    fn encode_bare(&self, out: &mut Writer<'_>);
}

impl<T: EncodeBare> Encode for T {
    const CAN_DISAGREE: bool = <T as EncodeBare>::CAN_DISAGREE;
    const TAG: Tag = Tag::Combinator { id: T::ID, name: T::NAME };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.id(T::ID);
        self.encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for &T {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;

    #[inline]
    fn encode_bare(&self, out: &mut Writer<'_>) {
        (**self).encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for Box<T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;

    #[inline]
    fn encode_bare(&self, out: &mut Writer<'_>) {
        (**self).encode_bare(out);
    }
}

impl Writer<'_> {
    /// Writes a value in its natural form.
    #[inline]
    pub fn value<T: Encode + ?Sized>(&mut self, value: &T) {
        value.encode(self);
    }

    /// Writes the length of a value as an `int`, then the value in its natural form.
    ///
    /// # Panics
    /// If the value takes 2³¹ bytes or more, which an `int` cannot hold.
    pub fn sized<T: Encode + ?Sized>(&mut self, value: &T) {
        let length =
            |len| i32::try_from(len).expect("a value with its length takes less than 2^31 bytes");
        if self.has_sink() {
            self.int(length(value.encoded_len()));
            return value.encode(self);
        }
        // The length is filled in afterwards, because counting first would run the encoders twice.
        self.int(0);
        let start = self.bytes_mut().len();
        value.encode(self);
        let len = length(self.bytes_mut().len() - start);
        self.bytes_mut()[start - 4..start].copy_from_slice(&len.to_le_bytes());
    }

    /// Writes a value in its natural form if it is present; its bit is in an earlier flag word.
    #[expect(
        clippy::inline_always,
        reason = "most fields are absent, and the test is shorter than a call"
    )]
    #[inline(always)]
    pub fn optional<T: Encode>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            value.encode(self);
        }
    }
}
