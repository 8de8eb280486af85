//! Types with several constructors.

use super::types;
use ::typelang_runtime::tl;

#[derive(Clone, Debug, PartialEq)]
pub enum RichText {
    Empty,
    Plain(types::TextPlain),
    Bold(tl::Box<types::TextBold>),
    Concat(tl::Box<types::TextConcat>),
}

impl tl::Encode for RichText {
    #[inline]
    fn encode(&self, out: &mut tl::Writer<'_>) {
        match self {
            Self::Empty => out.id(0xee00_0010),
            Self::Plain(value) => tl::Encode::encode(value, out),
            Self::Bold(value) => tl::Encode::encode(value, out),
            Self::Concat(value) => tl::Encode::encode(value, out),
        }
    }
}

impl<'de> tl::Decode<'de> for RichText {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut tl::Reader<'de>) -> Self {
        reader.nested(|reader| match reader.id() {
            0xee00_0010 => Self::Empty,
            0xee00_0011 => Self::Plain(tl::DecodeBare::decode_bare(reader)),
            0xee00_0012 => Self::Bold(reader.boxed()),
            0xee00_0013 => Self::Concat(reader.boxed()),
            id => {
                reader.unknown_id(id, "RichText");
                Self::Empty
            }
        })
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Peer {
    User(types::PeerUser),
    Chat(types::PeerChat),
}

impl tl::Encode for Peer {
    #[inline]
    fn encode(&self, out: &mut tl::Writer<'_>) {
        match self {
            Self::User(value) => tl::Encode::encode(value, out),
            Self::Chat(value) => tl::Encode::encode(value, out),
        }
    }
}

impl<'de> tl::Decode<'de> for Peer {
    const MIN_LEN: usize = 12;

    #[inline]
    fn decode(reader: &mut tl::Reader<'de>) -> Self {
        match reader.id() {
            0xee00_0002 => Self::User(tl::DecodeBare::decode_bare(reader)),
            0xee00_0003 => Self::Chat(tl::DecodeBare::decode_bare(reader)),
            id => {
                reader.unknown_id(id, "Peer");
                Self::User(tl::DecodeBare::decode_bare(reader))
            }
        }
    }
}
