//! Byte strings that share memory with the input.

use crate::read::{options::Options, reader::Reader};
use bytes::Bytes;

impl<'de> Reader<'de> {
    /// Reads a shared buffer with `options`; each `Bytes` is a slice of it and not a copy.
    #[must_use]
    #[inline]
    pub fn shared(buffer: &'de Bytes, options: &Options) -> Self {
        let mut reader = Self::with_options(buffer, options);
        reader.owner = Some(buffer);
        reader
    }

    /// Reads a `bytes`: a slice of the shared buffer if there is one, otherwise a copy.
    pub fn shared_bytes(&mut self) -> Bytes {
        let bytes = self.slice();
        match self.owner {
            // The slice lies in the buffer, because the reader reads the buffer; so this does not panic.
            Some(owner) => owner.slice_ref(bytes),
            None => Bytes::copy_from_slice(bytes),
        }
    }
}
