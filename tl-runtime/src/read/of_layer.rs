//! Values of other layers, in bytes that this crate has made.
//!
//! A value whose constructor the schema lacks has no end that a reader of the schema could find. Where such a value is
//! kept, it follows a mark: an id that no constructor has, then the layer, the number of bytes and the constructor's
//! name. Bytes of a caller never have marks: [`Options::marked`](crate::Options) is for the crate alone, and without it
//! the mark is one more unknown id.

use crate::read::reader::Reader;

/// What is expected after a mark, in errors.
const EXPECTED: &str = "a value of another layer";

/// A value of another layer.
#[derive(Clone, Copy, Debug)]
pub(crate) struct OfLayer<'b> {
    /// The layer that has its constructor.
    pub(crate) layer: i32,
    /// The constructor's name.
    pub(crate) name: &'b str,
    /// Its bytes, starting with the id.
    pub(crate) bytes: &'b [u8],
}

impl<'de> Reader<'de> {
    /// Reads the value after a mark whose id was read.
    pub(crate) fn of_layer(&mut self) -> OfLayer<'de> {
        let (layer, len) = (self.int(), self.nat());
        let name = self.str();
        let bytes = self.take(usize::try_from(len).unwrap_or(usize::MAX), EXPECTED);
        OfLayer { layer, name, bytes }
    }
}
