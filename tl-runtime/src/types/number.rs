//! Primitives of fixed width.

use crate::{
    read::reader::Reader,
    traits::{decode::Decode, encode::Encode, tag::Tag},
    write::writer::Writer,
};
use alloc::vec::Vec;

macro_rules! numbers {
    ($($type:ty: $name:ident, $width:literal, $to:expr, $from:expr;)*) => {$(
        impl Encode for $type {
            const TAG: Tag = Tag::Primitive { name: stringify!($name) };

            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$name(*self);
            }

            #[inline]
            fn encode_many(items: &[Self], out: &mut Writer<'_>) {
                out.put_all(items, $to);
            }
        }

        impl<'de> Decode<'de> for $type {
            const MIN_LEN: usize = $width;
            const TAG: Tag = Tag::Primitive { name: stringify!($name) };

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$name()
            }

            #[inline]
            fn decode_many(reader: &mut Reader<'de>, count: usize) -> Vec<Self> {
                // Saturating: a count that overflows is more than the input holds.
                let bytes = reader.take(count.saturating_mul($width), stringify!($name));
                let (chunks, _) = bytes.as_chunks::<$width>();
                chunks.iter().map(|chunk| $from(*chunk)).collect()
            }

            #[cfg(feature = "bumpalo")]
            fn decode_many_in(reader: &mut Reader<'de>, count: usize) -> &'de [Self] {
                let bytes = reader.take(count.saturating_mul($width), stringify!($name));
                reader.arena_items(bytes.as_chunks::<$width>().0.iter().map(|chunk| $from(*chunk)))
            }
        }
    )*};
}

numbers! {
    i32: int, 4, i32::to_le_bytes, i32::from_le_bytes;
    u32: nat, 4, u32::to_le_bytes, u32::from_le_bytes;
    i64: long, 8, i64::to_le_bytes, i64::from_le_bytes;
    f64: double, 8, f64::to_le_bytes, f64::from_le_bytes;
    f32: float, 4, f32::to_le_bytes, f32::from_le_bytes;
}

macro_rules! raw {
    ($($name:ident: $width:literal;)*) => {$(
        impl Encode for [u8; $width] {
            const TAG: Tag = Tag::Primitive { name: stringify!($name) };

            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.put(self);
            }

            #[inline]
            fn encode_many(items: &[Self], out: &mut Writer<'_>) {
                out.put(items.as_flattened());
            }
        }

        impl<'de> Decode<'de> for [u8; $width] {
            const MIN_LEN: usize = $width;
            const TAG: Tag = Tag::Primitive { name: stringify!($name) };

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$name()
            }

            #[inline]
            fn decode_many(reader: &mut Reader<'de>, count: usize) -> Vec<Self> {
                let bytes = reader.take(count.saturating_mul($width), stringify!($name));
                Vec::from(bytes.as_chunks::<$width>().0)
            }

            #[cfg(feature = "bumpalo")]
            fn decode_many_in(reader: &mut Reader<'de>, count: usize) -> &'de [Self] {
                // Bytes in wire order: they lie in the input.
                let bytes = reader.take(count.saturating_mul($width), stringify!($name));
                bytes.as_chunks::<$width>().0
            }
        }
    )*};
}

raw! {
    int128: 16;
    int256: 32;
    int512: 64;
}

impl Encode for bool {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.bool(*self);
    }
}

impl<'de> Decode<'de> for bool {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.bool()
    }
}
