//! Constructors.

use super::enums;
use ::typelang_runtime as tl;

#[derive(Clone, Debug)]
pub struct User {
    pub bot: bool,
    pub id: i64,
    pub username: tl::Option<tl::String>,
    pub photos: tl::Option<tl::Vec<i64>>,
}

impl tl::Combinator for User {
    const NAME: &'static str = "user";
    const ID: u32 = 0xee00_0001;
}

impl tl::EncodeBare for User {
    #[inline]
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        let flags = u32::from(self.bot)
            | (u32::from(self.username.is_some()) << 1)
            | (u32::from(self.photos.is_some()) << 2);
        out.nat(flags);
        out.long(self.id);
        if let tl::Some(username) = &self.username {
            out.string(username);
        }
        if let tl::Some(photos) = &self.photos {
            out.vector(photos);
        }
    }
}

impl<'de> tl::DecodeBare<'de> for User {
    const MIN_LEN: usize = 12;

    #[inline]
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        let flags = reader.flags(0b111);
        Self {
            bot: flags & 1 != 0,
            id: reader.long(),
            username: if flags & 2 != 0 { tl::Some(reader.string()) } else { tl::None },
            photos: if flags & 4 != 0 { tl::Some(reader.vector()) } else { tl::None },
        }
    }
}

impl PartialEq for User {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        tl::same(self, other)
    }
}

impl Eq for User {}

impl tl::Hash for User {
    #[inline]
    fn hash<H: tl::Hasher>(&self, state: &mut H) {
        tl::hash(self, state);
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextPlain {
    pub text: tl::String,
}

impl tl::Combinator for TextPlain {
    const NAME: &'static str = "textPlain";
    const ID: u32 = 0xee00_0011;
}

impl tl::EncodeBare for TextPlain {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        out.string(&self.text);
    }
}

impl<'de> tl::DecodeBare<'de> for TextPlain {
    const MIN_LEN: usize = 4;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { text: reader.string() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextBold {
    pub text: enums::RichText,
}

impl tl::Combinator for TextBold {
    const NAME: &'static str = "textBold";
    const ID: u32 = 0xee00_0012;
}

impl tl::EncodeBare for TextBold {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        tl::Encode::encode(&self.text, out);
    }
}

impl<'de> tl::DecodeBare<'de> for TextBold {
    const MIN_LEN: usize = 4;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { text: tl::Decode::decode(reader) }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextConcat {
    pub texts: tl::Vec<enums::RichText>,
}

impl tl::Combinator for TextConcat {
    const NAME: &'static str = "textConcat";
    const ID: u32 = 0xee00_0013;
}

impl tl::EncodeBare for TextConcat {
    fn encode_bare<S: tl::Sink>(&self, out: &mut S) {
        out.vector(&self.texts);
    }
}

impl<'de> tl::DecodeBare<'de> for TextConcat {
    const MIN_LEN: usize = 8;

    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { texts: reader.vector() }
    }
}
