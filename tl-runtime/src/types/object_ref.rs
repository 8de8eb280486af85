//! Boxed values of unknown type, borrowed from the input.

use crate::{
    read::{
        error::{Error, ErrorKind},
        options::Options,
        reader::Reader,
    },
    traits::{decode::Decode, encode::Encode},
    types::object::Object,
    write::writer::Writer,
};

/// The bytes of a boxed value of unknown type; a borrowed [`Object`].
///
/// A server receives a query of any method in it without a copy: the id identifies the method, and
/// [`ObjectRef::decode_as`] reads the call. As the query of a wrapper, it leaves the wrapped method open.
///
/// ```
/// use typelang_runtime::{Decode, Encode, ObjectRef, VECTOR};
///
/// let bytes = vec![1_i64, 2].to_bytes();
/// let object = ObjectRef::from_bytes(&bytes)?;
/// let sum = match object.id() {
///     VECTOR => object.decode_as::<Vec<i64>>()?.into_iter().sum(),
///     _ => 0,
/// };
/// assert_eq!(sum, 3);
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ObjectRef<'de> {
    bytes: &'de [u8],
}

impl<'de> ObjectRef<'de> {
    /// Borrows the bytes of a boxed value.
    #[must_use]
    pub const fn new(bytes: &'de [u8]) -> Self {
        Self { bytes }
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub const fn as_bytes(self) -> &'de [u8] {
        self.bytes
    }

    /// The number of bytes that the value takes.
    #[must_use]
    #[expect(clippy::len_without_is_empty, reason = "a boxed value has its id at least")]
    pub const fn len(self) -> usize {
        self.bytes.len()
    }

    /// The id of the value's combinator. If there are fewer than four bytes it is 0, which no combinator has.
    #[must_use]
    pub const fn id(self) -> u32 {
        match self.bytes.first_chunk() {
            Some(chunk) => u32::from_le_bytes(*chunk),
            None => 0,
        }
    }

    /// Reads the value as a `T`.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`]. Offsets count from the start of the object.
    pub fn decode_as<T: Decode<'de>>(self) -> Result<T, Error> {
        T::from_bytes(self.bytes)
    }

    /// Reads the value as a `T`, with `options`.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_with`]. Offsets count from the start of the object.
    pub fn decode_with<T: Decode<'de>>(self, options: &Options) -> Result<T, Error> {
        T::from_bytes_with(self.bytes, options)
    }

    /// Reads the value as a `T` into `arena`, with `options`. Text lies in the object.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_in_with`]. Offsets count from the start of the object.
    #[cfg(feature = "bumpalo")]
    pub fn decode_in<T: Decode<'de>>(
        self,
        arena: &'de bumpalo::Bump,
        options: &Options,
    ) -> Result<T, Error> {
        T::from_bytes_in_with(self.bytes, arena, options)
    }

    /// Copies the value.
    #[must_use]
    #[inline]
    pub fn to_object(self) -> Object {
        Object::from_vec(self.bytes.to_vec())
    }
}

impl<'de> Reader<'de> {
    /// Borrows an `Object` from the input: all of the remaining bytes, at least four.
    #[inline]
    pub fn object_ref(&mut self) -> ObjectRef<'de> {
        if self.is_marked() {
            // The end of an object says nothing of the marks in it.
            self.fail(ErrorKind::NoForm, "Object");
        }
        // An object has at least its id, so the id fails if fewer bytes remain.
        let len = self.rest().len().max(4);
        ObjectRef { bytes: self.take(len, "Object") }
    }
}

impl AsRef<[u8]> for ObjectRef<'_> {
    fn as_ref(&self) -> &[u8] {
        self.bytes
    }
}

impl Encode for ObjectRef<'_> {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.put(self.bytes);
    }
}

impl<'de> Decode<'de> for ObjectRef<'de> {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.object_ref()
    }
}
