//! Strings that are stored inline when they are short.

use crate::{
    read::reader::Reader,
    traits::{decode::Decode, encode::Encode, tag::Tag},
    write::writer::Writer,
};
use compact_str::CompactString;

impl Encode for CompactString {
    const TAG: Tag = Tag::Primitive { name: "string" };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.string(self);
    }
}

impl<'de> Decode<'de> for CompactString {
    const MIN_LEN: usize = 4;
    const TAG: Tag = Tag::Primitive { name: "string" };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self::new(reader.str())
    }
}
