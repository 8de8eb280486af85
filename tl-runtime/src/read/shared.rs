//! Byte strings that share the memory of the input.

use crate::read::{options::Options, reader::Reader};
use bytes::Bytes;

impl<'de> Reader<'de> {
    /// Reads a shared buffer under `options`: each `Bytes` read is a part of it, and not a copy.
    #[must_use]
    #[inline]
    pub fn shared(buffer: &'de Bytes, options: &Options) -> Self {
        let mut reader = Self::with_options(buffer, options);
        reader.owner = Some(buffer);
        reader
    }

    /// Reads a `bytes` as a part of the shared buffer, or else into memory of its own.
    pub fn shared_bytes(&mut self) -> Bytes {
        let bytes = self.slice();
        match self.owner {
            // A slice of what the reader reads lies in its buffer, so this does not panic.
            Some(owner) => owner.slice_ref(bytes),
            None => Bytes::copy_from_slice(bytes),
        }
    }
}
