//! Values that can be written.

use crate::{BufferTooSmall, Combinator, Count, Cursor, Writer};
use alloc::{boxed::Box, vec::Vec};
use core::mem;

/// How many bytes a fresh vector has room for.
const FRESH: usize = 512;

/// A value with a natural form on the wire.
///
/// The form is boxed for combinators and for types with several constructors: the id, then the fields. It is bare
/// for primitives, and for a `Vec<T>` it is the boxed `Vector` of elements in their natural form.
pub trait Encode {
    /// Writes the value to `out`.
    fn encode(&self, out: &mut Writer<'_>);

    /// Writes the values one after another; types of fixed width do it at once.
    #[doc(hidden)]
    #[inline]
    fn encode_many(items: &[Self], out: &mut Writer<'_>)
    where
        Self: Sized,
    {
        out.repeat_with(items, |out, item| item.encode(out));
    }

    /// How many bytes [`Encode::encode`] writes.
    #[inline]
    fn encoded_len(&self) -> usize {
        let mut count = Count::new();
        self.encode(&mut Writer::to(&mut count));
        count.len()
    }

    /// The value's bytes.
    ///
    /// The vector begins with room for 512 bytes, and grows. Counting first, so as to allocate once, takes longer: whoever
    /// wants that asks [`Encode::encoded_len`] and calls [`Encode::encode_into`].
    #[inline]
    fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer::appending(Vec::with_capacity(FRESH));
        self.encode(&mut out);
        out.into_bytes()
    }

    /// Appends the value to `buffer`, which grows as needed.
    #[inline]
    fn encode_into(&self, buffer: &mut Vec<u8>) {
        let mut lent = Lent { out: Writer::appending(mem::take(buffer)), home: buffer };
        self.encode(&mut lent.out);
    }

    /// Writes the value to the start of `buffer` and says how many bytes it took.
    ///
    /// # Errors
    /// [`BufferTooSmall`] with the length that the value needs; what the buffer then holds is unspecified.
    #[inline]
    fn encode_to_slice(&self, buffer: &mut [u8]) -> Result<usize, BufferTooSmall> {
        let mut cursor = Cursor::new(buffer);
        self.encode(&mut Writer::to(&mut cursor));
        cursor.finish()
    }
}

/// A buffer that goes home when a value is written to it, or when its encoder panics.
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
/// Implementing it implements [`Encode`] too: the id, then the fields.
pub trait EncodeBare: Combinator {
    /// Writes the fields to `out`.
    fn encode_bare(&self, out: &mut Writer<'_>);
}

impl<T: EncodeBare> Encode for T {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.id(T::ID);
        self.encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for &T {
    #[inline]
    fn encode_bare(&self, out: &mut Writer<'_>) {
        (**self).encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for Box<T> {
    #[inline]
    fn encode_bare(&self, out: &mut Writer<'_>) {
        (**self).encode_bare(out);
    }
}
