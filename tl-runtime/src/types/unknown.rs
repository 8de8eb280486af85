//! Values whose constructor the schema does not have.

use crate::{
    read::{error::Error, of_layer::OfLayer, options::Options, reader::Reader},
    traits::{decode::Decode, encode::Encode},
    wire::{counted::Counted, ids::OF_LAYER},
    write::writer::Writer,
};
use alloc::{boxed::Box, vec::Vec};
use core::{
    fmt,
    hash::{Hash, Hasher},
};

/// A value whose constructor the schema does not have, kept as its bytes.
///
/// It is what the variant `Unknown` holds, which generated enums have if the user asks for it (`Config::unknown`).
/// `Layers` makes such values: another layer has the constructor and says where the value ends. A decoder
/// alone does not know that, so it refuses an unknown id. Encoding writes the bytes again, and two values are equal if
/// their bytes are.
#[derive(Clone)]
pub struct Unknown(Box<Inner>);

/// Boxed, so that the variant does not make its enum larger.
#[derive(Clone)]
struct Inner {
    layer: i32,
    name: Box<str>,
    bytes: Vec<u8>,
}

impl Unknown {
    /// Copies a value.
    #[inline]
    pub(super) fn new(value: &OfLayer<'_>) -> Self {
        let OfLayer { layer, name, bytes } = *value;
        Self(Box::new(Inner { layer, name: name.into(), bytes: bytes.to_vec() }))
    }

    fn parts(&self) -> OfLayer<'_> {
        OfLayer { layer: self.0.layer, name: &self.0.name, bytes: &self.0.bytes }
    }

    /// The id of the constructor.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.parts().id()
    }

    /// The name of the constructor in its layer.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// A layer that has the constructor.
    #[must_use]
    pub fn layer(&self) -> i32 {
        self.0.layer
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0.bytes
    }

    /// The value's bytes, starting with the id.
    #[must_use]
    pub fn into_bytes(self) -> Vec<u8> {
        self.0.bytes
    }

    /// Reads the value as a type that was generated from its layer.
    ///
    /// # Errors
    /// The same as [`Decode::from_bytes`]. Offsets count from the start of the value.
    pub fn decode_as<'de, T: Decode<'de>>(&'de self) -> Result<T, Error> {
        T::from_bytes_with(&self.0.bytes, &Options::DEFAULT)
    }
}

impl PartialEq for Unknown {
    fn eq(&self, other: &Self) -> bool {
        self.0.bytes == other.0.bytes
    }
}

impl Eq for Unknown {}

impl Hash for Unknown {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.bytes.hash(state);
    }
}

/// The constructor's name and id, the layer and the number of bytes.
impl fmt::Debug for Unknown {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts().show(f)
    }
}

impl Encode for Unknown {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        self.parts().write(out);
    }
}

impl OfLayer<'_> {
    /// The id of the constructor.
    pub(super) fn id(&self) -> u32 {
        self.bytes.first_chunk().map_or(0, |id| u32::from_le_bytes(*id))
    }

    /// Prints the constructor's name and id, the layer and the number of bytes.
    #[inline]
    pub(super) fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { layer, name, bytes } = self;
        let bytes = Counted(bytes.len(), "byte");
        write!(f, "{name}#{:08x} of layer {layer} ({bytes})", self.id())
    }

    /// Writes the bytes, with the mark before them if the writer marks.
    #[inline]
    pub(super) fn write(&self, out: &mut Writer<'_>) {
        if out.is_marking() {
            out.of_layer(self.layer, self.name, self.bytes);
        } else {
            out.put(self.bytes);
        }
    }
}

impl<'de> Reader<'de> {
    /// Reads the value of another layer whose mark is the id just read. Any other id belongs to no constructor of the
    /// type `name`, which is a fault.
    #[doc(hidden)]
    #[cold]
    #[inline(never)]
    pub fn unknown(&mut self, id: u32, name: &'static str) -> Option<Unknown> {
        self.unknown_parts(id, name).map(|parts| Unknown::new(&parts))
    }

    /// Reads the value after a mark, if the id just read is one; any other id is a fault.
    pub(super) fn unknown_parts(&mut self, id: u32, name: &'static str) -> Option<OfLayer<'de>> {
        if id != OF_LAYER || !self.is_marked() {
            self.unknown_id(id, name);
            return None;
        }
        let parts = self.of_layer();
        (!self.failed()).then_some(parts)
    }
}
