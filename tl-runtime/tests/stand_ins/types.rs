//! Constructors.

use super::enums;
use ::typelang_runtime::tl;

#[derive(Clone, Debug, Default)]
pub struct User {
    pub bot: bool,
    pub id: i64,
    pub username: tl::Option<tl::String>,
    pub photos: tl::Option<tl::Vec<i64>>,
}

impl tl::Combinator for User {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0001, name: "user", min_len: 12 };
}

impl tl::EncodeBare for User {
    #[inline]
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.run((
            tl::flags([(self.bot, 0), (self.username.is_some(), 1), (self.photos.is_some(), 2)]),
            self.id,
        ));
        out.optional(&self.username);
        out.optional(&self.photos);
    }
}

impl<'de> tl::DecodeBare<'de> for User {
    #[inline]
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        let flags = reader.flags(0b111);
        Self {
            bot: tl::bit(flags, 0),
            id: reader.long(),
            username: reader.optional(flags, 1),
            photos: reader.optional(flags, 2),
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
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0011, name: "textPlain", min_len: 4 };
}

impl tl::EncodeBare for TextPlain {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.string(&self.text);
    }
}

impl<'de> tl::DecodeBare<'de> for TextPlain {
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { text: reader.string() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextBold {
    pub text: enums::RichText,
}

impl tl::Combinator for TextBold {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0012, name: "textBold", min_len: 4 };
}

impl tl::EncodeBare for TextBold {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        tl::Encode::encode(&self.text, out);
    }
}

impl<'de> tl::DecodeBare<'de> for TextBold {
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { text: tl::Decode::decode(reader) }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TextConcat {
    pub texts: tl::Vec<enums::RichText>,
}

impl tl::Combinator for TextConcat {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0013, name: "textConcat", min_len: 8 };
}

impl tl::EncodeBare for TextConcat {
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.vector(&self.texts);
    }
}

impl<'de> tl::DecodeBare<'de> for TextConcat {
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { texts: reader.vector() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PeerUser {
    pub user_id: i64,
}

impl tl::Combinator for PeerUser {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0002, name: "peerUser", min_len: 8 };
}

impl tl::EncodeBare for PeerUser {
    #[inline]
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.long(self.user_id);
    }
}

impl<'de> tl::DecodeBare<'de> for PeerUser {
    #[inline]
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { user_id: reader.long() }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct PeerChat {
    pub chat_id: i64,
}

impl tl::Combinator for PeerChat {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0003, name: "peerChat", min_len: 8 };
}

impl tl::EncodeBare for PeerChat {
    #[inline]
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.long(self.chat_id);
    }
}

impl<'de> tl::DecodeBare<'de> for PeerChat {
    #[inline]
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        Self { chat_id: reader.long() }
    }
}

#[derive(Clone, Debug)]
pub struct Message {
    pub out: bool,
    pub id: i32,
    pub from_id: tl::Option<enums::Peer>,
    pub peer_id: enums::Peer,
    pub date: i32,
    pub message: tl::String,
    pub photo: tl::Option<[u8; 16]>,
    pub entities: tl::Option<tl::Vec<enums::RichText>>,
    pub views: tl::Option<i32>,
    pub rating: tl::Option<f64>,
}

impl Message {
    pub fn sample() -> Self {
        Self {
            out: true,
            id: 1,
            from_id: tl::Some(enums::Peer::User(PeerUser { user_id: 2 })),
            peer_id: enums::Peer::Chat(PeerChat { chat_id: 3 }),
            date: 4,
            message: "The quick brown fox jumps over the lazy dog".into(),
            photo: tl::Some([5; 16]),
            entities: tl::Some(::std::vec![
                enums::RichText::Empty,
                enums::RichText::Plain(TextPlain { text: "plain".into() }),
            ]),
            views: tl::Some(6),
            rating: tl::None,
        }
    }
}

impl tl::Combinator for Message {
    type Schema = ();
    const DECLARED: tl::Declared = tl::Declared { id: 0xee00_0004, name: "message", min_len: 28 };
}

impl tl::EncodeBare for Message {
    #[inline]
    fn encode_bare(&self, out: &mut tl::Writer<'_>) {
        out.run((
            tl::flags([
                (self.out, 1),
                (self.entities.is_some(), 7),
                (self.from_id.is_some(), 8),
                (self.photo.is_some(), 9),
                (self.views.is_some(), 10),
                (self.rating.is_some(), 11),
            ]),
            self.id,
        ));
        out.optional(&self.from_id);
        out.value(&self.peer_id);
        out.int(self.date);
        out.string(&self.message);
        out.optional(&self.photo);
        out.optional(&self.entities);
        out.optional(&self.views);
        out.optional(&self.rating);
    }
}

impl<'de> tl::DecodeBare<'de> for Message {
    #[inline]
    fn decode_bare(reader: &mut tl::Reader<'de>) -> Self {
        let flags = reader.flags(0b1111_1000_0010);
        Self {
            out: tl::bit(flags, 1),
            id: reader.int(),
            from_id: reader.optional(flags, 8),
            peer_id: reader.read(),
            date: reader.int(),
            message: reader.string(),
            photo: reader.optional(flags, 9),
            entities: reader.optional(flags, 7),
            views: reader.optional(flags, 10),
            rating: reader.optional(flags, 11),
        }
    }
}

impl PartialEq for Message {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        tl::same(self, other)
    }
}
