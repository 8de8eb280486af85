//! Boxed values of unknown type.

use crate::{
    read::{
        error::{Error, ErrorKind},
        reader::Reader,
    },
    traits::{decode::Decode, encode::Encode},
    types::object_ref::ObjectRef,
    write::writer::Writer,
};
use alloc::vec::Vec;

/// A boxed value of unknown type, kept as its bytes.
///
/// `MTProto` has such values where only the context determines the type: the result in `rpc_result`, the body of a
/// `message`, the content of `gzip_packed`. TL values carry no length, so decoding takes all of the remaining input;
/// [`Reader::sized`] limits it where a length is given. [`ObjectRef`] is the same without a copy.
///
/// ```
/// use typelang_runtime::{Decode, Object, VECTOR};
///
/// let object = Object::new(&vec![1_i32, 2]);
/// assert_eq!(object.id(), VECTOR);
/// assert_eq!(object.decode_as::<Vec<i32>>()?, [1, 2]);
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Object {
    bytes: Vec<u8>,
}

impl Object {
    /// Creates an object from `value`, which must be boxed in its natural form.
    #[must_use]
    pub fn new<T: Encode>(value: &T) -> Self {
        let mut bytes = value.to_bytes();
        // The capacity is reduced, because the object may be kept for long.
        bytes.shrink_to_fit();
        Self { bytes }
    }

    /// Creates an object from the bytes of a boxed value.
    #[must_use]
    pub const fn from_vec(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// The number of bytes that the value takes, which is the `bytes` field of a `message`.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a boxed value has its id at least")]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The id of the value's combinator. If there are fewer than four bytes it is 0, which no combinator has.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.borrowed().id()
    }

    /// Borrows the value.
    #[must_use]
    pub fn borrowed(&self) -> ObjectRef<'_> {
        ObjectRef::new(&self.bytes)
    }

    /// Reads the value as a `T`.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`]. Offsets count from the start of the object.
    pub fn decode_as<'de, T: Decode<'de>>(&'de self) -> Result<T, Error> {
        T::from_bytes(&self.bytes)
    }
}

impl Reader<'_> {
    /// Reads an `Object`: all of the remaining input, at least four bytes.
    #[inline]
    pub fn object(&mut self) -> Object {
        self.object_ref().to_object()
    }

    /// Reads an `Object` of `length` bytes, such as the body of a `message`.
    #[inline]
    pub fn sized_object(&mut self, length: i32) -> Object {
        self.sized(length, Self::object)
    }

    /// Reads a boxed value of exactly `length` bytes with `read`; an earlier field gives the length.
    ///
    /// `read` sees no byte beyond; bytes that it leaves are a fault.
    pub fn sized<T>(&mut self, length: i32, read: impl FnOnce(&mut Self) -> T) -> T {
        match usize::try_from(length) {
            Ok(len) if len >= 4 && len.is_multiple_of(4) => self.window(len, read),
            _ => {
                self.fail(ErrorKind::InvalidLength { length }, "Object");
                read(self)
            }
        }
    }
}

impl From<ObjectRef<'_>> for Object {
    #[inline]
    fn from(object: ObjectRef<'_>) -> Self {
        object.to_object()
    }
}

impl AsRef<[u8]> for Object {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Encode for Object {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.put(&self.bytes);
    }
}

impl<'de> Decode<'de> for Object {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.object()
    }
}
