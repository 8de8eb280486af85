//! Values whose constructor the schema does not have, in an arena.

#[cfg(feature = "bumpalo")]
use crate::read::reader::Reader;
use crate::{
    read::{error::Error, of_layer::OfLayer},
    traits::{decode::Decode, encode::Encode},
    types::unknown::Unknown,
    write::writer::Writer,
};
use core::{
    fmt,
    hash::{Hash, Hasher},
};

/// A value whose constructor the schema does not have, kept as its bytes in an arena; a [`Copy`] form of [`Unknown`].
///
/// It is what the variant `Unknown` holds in types that were generated with `Memory::Arena` (`Config::unknown`).
/// `Layers::copied_in` and `Convert::convert_in` make such values. Encoding writes the bytes again, and two values are
/// equal if their bytes are.
#[derive(Clone, Copy)]
pub struct UnknownRef<'de>(&'de OfLayer<'de>);

impl<'de> UnknownRef<'de> {
    /// The id of the constructor.
    #[must_use]
    pub fn id(self) -> u32 {
        self.0.id()
    }

    /// The name of the constructor in its layer.
    #[must_use]
    pub const fn name(self) -> &'de str {
        self.0.name
    }

    /// A layer that has the constructor.
    #[must_use]
    pub const fn layer(self) -> i32 {
        self.0.layer
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub const fn as_bytes(self) -> &'de [u8] {
        self.0.bytes
    }

    /// Reads the value as a type that was generated from its layer.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`]. Offsets count from the start of the value.
    pub fn decode_as<T: Decode<'de>>(self) -> Result<T, Error> {
        T::from_bytes(self.0.bytes)
    }

    /// Reads the value into `arena`, as a type that was generated from its layer.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes_in`]. Offsets count from the start of the value.
    #[cfg(feature = "bumpalo")]
    pub fn decode_in<T: Decode<'de>>(self, arena: &'de bumpalo::Bump) -> Result<T, Error> {
        T::from_bytes_in(self.0.bytes, arena)
    }

    /// Copies the value.
    #[must_use]
    pub fn to_unknown(self) -> Unknown {
        Unknown::new(self.0)
    }
}

impl PartialEq for UnknownRef<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes == other.0.bytes
    }
}

impl Eq for UnknownRef<'_> {}

impl Hash for UnknownRef<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes.hash(state);
    }
}

/// The constructor's name and id, the layer and the number of bytes.
impl fmt::Debug for UnknownRef<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

impl Encode for UnknownRef<'_> {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        self.0.write(out);
    }
}

#[cfg(feature = "bumpalo")]
impl<'de> Reader<'de> {
    /// Reads the value of another layer whose mark is the id just read, into the arena; see [`Reader::unknown`].
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn arena_unknown(&mut self, id: u32, name: &'static str) -> Option<UnknownRef<'de>> {
        let parts = self.unknown_parts(id, name)?;
        Some(UnknownRef(self.arena_record(parts)))
    }
}
