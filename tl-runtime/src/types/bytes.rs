//! Byte strings that share memory with the input.

use crate::{
    read::reader::Reader,
    traits::{decode::Decode, encode::Encode, tag::Tag},
    write::writer::Writer,
};
use bytes::Bytes;

impl Encode for Bytes {
    const TAG: Tag = Tag::Primitive { name: "bytes" };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.bytes(self);
    }
}

impl<'de> Decode<'de> for Bytes {
    const MIN_LEN: usize = 4;
    const TAG: Tag = Tag::Primitive { name: "bytes" };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.shared_bytes()
    }
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
