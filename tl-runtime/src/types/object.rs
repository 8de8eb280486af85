//! A boxed value whose type is not known here.

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

/// A boxed value of some type, kept as its bytes.
///
/// `MTProto` has such values where only the context tells the type: the result in `rpc_result`, the body of a
/// `message`, what `gzip_packed` unpacks to. TL has no lengths to skip by, so decoding takes the whole rest of the
/// input; where a length is given, [`Reader::sized`] lets it take no more than that. [`ObjectRef`] is the same without
/// a copy.
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
    /// Keeps `value`, which has to be boxed in its natural form, as an object.
    #[must_use]
    pub fn new<T: Encode>(value: &T) -> Self {
        let mut bytes = value.to_bytes();
        // It may be kept for long.
        bytes.shrink_to_fit();
        Self { bytes }
    }

    /// Takes the bytes of a boxed value.
    #[must_use]
    pub const fn from_vec(bytes: Vec<u8>) -> Self {
        Self { bytes }
    }

    /// The value's bytes, the id first.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The value's bytes, the id first.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// How many bytes the value takes; what the `bytes` field of a `message` says.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a boxed value has its id at least")]
    pub const fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The id of the value's combinator; 0, which no combinator has, if there are less than four bytes.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.borrowed().id()
    }

    /// The same value where it lies.
    #[must_use]
    pub fn borrowed(&self) -> ObjectRef<'_> {
        ObjectRef::new(&self.bytes)
    }

    /// Reads the value as a `T`.
    ///
    /// # Errors
    /// Whatever [`Decode::from_bytes`] reports; offsets count from the object's start.
    pub fn decode_as<'de, T: Decode<'de>>(&'de self) -> Result<T, Error> {
        T::from_bytes(&self.bytes)
    }
}

impl Reader<'_> {
    /// Reads an `Object`: all that is left, four bytes at least.
    pub fn object(&mut self) -> Object {
        self.object_ref().to_object()
    }

    /// Reads an `Object` that takes `length` bytes, such as the body of a `message`.
    pub fn sized_object(&mut self, length: i32) -> Object {
        self.sized(length, Self::object)
    }

    /// Reads with `read` a boxed value that takes exactly `length` bytes, as a field before it says.
    ///
    /// Whatever `read` reads, it sees no byte beyond; bytes that it leaves are a fault.
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
