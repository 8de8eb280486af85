//! Text and byte strings.

use crate::{
    read::reader::Reader,
    traits::{decode::Decode, encode::Encode, tag::Tag},
    write::writer::Writer,
};
use alloc::{string::String, vec::Vec};

macro_rules! string_like {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            const TAG: Tag = Tag::Primitive { name: stringify!($write) };

            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl<'de> Decode<'de> for $type {
            const MIN_LEN: usize = 4;
            const TAG: Tag = Tag::Primitive { name: stringify!($write) };

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$read()
            }
        }
    )*};
}

string_like! {
    String: string, string;
    Vec<u8>: bytes, bytes;
}

macro_rules! borrowed {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            const TAG: Tag = Tag::Primitive { name: stringify!($write) };

            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl Encode for &$type {
            const TAG: Tag = Tag::Primitive { name: stringify!($write) };

            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl<'de> Decode<'de> for &'de $type {
            const MIN_LEN: usize = 4;
            const TAG: Tag = Tag::Primitive { name: stringify!($write) };

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$read()
            }
        }
    )*};
}

borrowed! {
    str: string, str;
    [u8]: bytes, slice;
}
