//! A boxed value whose type is not known here.

use crate::{Decode, Encode, Error, ErrorKind, Reader, Sink};
use alloc::vec::Vec;

/// A boxed value of some type, kept as its bytes.
///
/// `MTProto` has such values where only the context tells the type: the result in `rpc_result`, the body of a
/// `message`, what `gzip_packed` unpacks to. TL has no lengths to skip by, so decoding takes the whole rest of the
/// input; where a length is given, [`Reader::sized_object`] takes no more than that.
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
        Self { bytes: value.to_bytes() }
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
        self.bytes.first_chunk().map_or(0, |chunk| u32::from_le_bytes(*chunk))
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
        // An object is its id at least, so with less than that left it is the id that fails.
        let len = self.rest().len().max(4);
        Object { bytes: Vec::from(self.take(len, "Object")) }
    }

    /// Reads an `Object` that takes `length` bytes, such as the body of a `message`.
    pub fn sized_object(&mut self, length: i32) -> Object {
        match usize::try_from(length) {
            Ok(len) if len >= 4 && len.is_multiple_of(4) => {
                Object { bytes: Vec::from(self.take(len, "Object")) }
            }
            _ => {
                self.fail(ErrorKind::InvalidLength { length }, "Object");
                Object::default()
            }
        }
    }
}

impl Encode for Object {
    #[inline]
    fn encode<S: Sink>(&self, out: &mut S) {
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
