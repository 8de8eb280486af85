//! Messages, which carry the length of their body.

use crate::{
    read::reader::Reader,
    traits::{
        combinator::{Combinator, Declared},
        decode::{Decode, DecodeBare},
        encode::{Encode, EncodeBare},
    },
    types::object::Object,
    write::writer::Writer,
};

/// A message: an id, a sequence number, and a boxed body after its length.
///
/// ```text
/// message#5bb8e511 msg_id:long seqno:int bytes:int body:Object = Message;
/// ```
///
/// Use [`Object`] or [`ObjectRef`](crate::ObjectRef) for `B` while the type of the body is unknown; a body of an
/// unknown combinator is then skipped by its length. Use a combinator if nothing else is valid. `bytes` is computed and
/// never stored. A bare message, as in containers, is also what `MTProto` encrypts after the salt and the session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Message<B = Object> {
    /// The message's id, approximately the time of sending × 2³².
    pub msg_id: i64,
    /// Twice the number of earlier messages that need an acknowledgement, plus one if this message needs one.
    pub seqno: i32,
    /// The body.
    pub body: B,
}

/// A message that is sent again.
///
/// ```text
/// msg_copy#e06046b2 orig_message:Message = MessageCopy;
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MsgCopy<B = Object> {
    /// The original message.
    pub orig_message: Message<B>,
}

impl<'de, B> Message<B> {
    /// Reads a bare message, its body with `read`.
    pub(super) fn read(reader: &mut Reader<'de>, read: impl FnOnce(&mut Reader<'de>) -> B) -> Self {
        let (msg_id, seqno, bytes) = (reader.long(), reader.int(), reader.int());
        Self { msg_id, seqno, body: reader.sized(bytes, read) }
    }
}

impl<B> Combinator for Message<B> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0x5bb8_e511, name: "message", min_len: 16 };
}

impl<B: Encode> EncodeBare for Message<B> {
    /// Writes the fields to `out`.
    ///
    /// # Panics
    /// If the body takes 2³¹ bytes or more, which an `int` cannot hold.
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.long(self.msg_id);
        out.int(self.seqno);
        out.sized(&self.body);
    }
}

impl<'de, B: Decode<'de>> DecodeBare<'de> for Message<B> {
    const MIN_LEN: usize = 16 + B::MIN_LEN;

    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self::read(reader, B::decode)
    }
}

impl<B> Combinator for MsgCopy<B> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0xe060_46b2, name: "msg_copy", min_len: 4 };
}

impl<B: Encode> EncodeBare for MsgCopy<B> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.value(&self.orig_message);
    }
}

impl<'de, B: Decode<'de>> DecodeBare<'de> for MsgCopy<B> {
    const MIN_LEN: usize = <Message<B> as Decode>::MIN_LEN;

    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { orig_message: reader.read() }
    }
}
