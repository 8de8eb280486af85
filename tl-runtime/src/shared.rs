//! Byte strings that share the memory of the input.

use crate::{Decode, Encode, Error, Options, Reader, Writer, locate};
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

impl Encode for Bytes {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.bytes(self);
    }
}

impl<'de> Decode<'de> for Bytes {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.shared_bytes()
    }
}

/// Reads a value that is the whole of `buffer`, under the default [`Options`]; its `Bytes` are parts of the buffer.
pub(crate) fn from_shared<'de, T: Decode<'de>>(buffer: &'de Bytes) -> Result<T, Error> {
    let options = Options::DEFAULT;
    let reader = Reader::shared(buffer, &options);
    locate::read(reader, buffer, &options).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    #[test]
    fn bytes_are_cut_from_the_buffer() {
        let buffer =
            Bytes::from_static(&[0x15, 0xc4, 0xb5, 0x1c, 2, 0, 0, 0, 3, 1, 2, 3, 0, 0, 0, 0]);
        let read = Vec::<Bytes>::from_shared(&buffer).unwrap();
        assert_eq!(read, [&[1, 2, 3][..], &[]]);
        assert_eq!(read[0].as_ptr(), buffer[9..].as_ptr());
        assert_eq!(read.to_bytes(), buffer);
        let copied = Vec::<Bytes>::from_bytes(&buffer).unwrap();
        assert_eq!(copied, read);
        assert_ne!(copied[0].as_ptr(), buffer[9..].as_ptr());
    }
}
