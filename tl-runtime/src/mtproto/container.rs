//! Containers of several messages.

use crate::{
    mtproto::message::Message,
    read::{error::ErrorKind, reader::Reader},
    traits::{
        combinator::{Combinator, Declared},
        decode::{Decode, DecodeBare},
        encode::{Encode, EncodeBare},
    },
    types::{object::Object, object_ref::ObjectRef},
    write::writer::Writer,
};
use alloc::vec::Vec;

/// A container of several messages.
///
/// ```text
/// msg_container#73f1f8dc messages:vector<%Message> = MessageContainer;
/// ```
///
/// A container inside a container is a fault.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MsgContainer<B = Object> {
    /// The messages, in order.
    pub messages: Vec<Message<B>>,
}

impl<B> Combinator for MsgContainer<B> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: 0x73f1_f8dc, name: "msg_container", min_len: 4 };
}

impl<B: Encode> EncodeBare for MsgContainer<B> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.bare_vector_with(&self.messages, |out, message| message.encode_bare(out));
    }
}

impl<'de, B: Decode<'de>> DecodeBare<'de> for MsgContainer<B> {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        let min_len = <Message<B> as DecodeBare>::MIN_LEN;
        let messages =
            reader.bare_vector_with(min_len, |reader| Message::read(reader, no_container));
        Self { messages }
    }
}

/// Reads a body that is not a container.
fn no_container<'de, B: Decode<'de>>(reader: &mut Reader<'de>) -> B {
    if ObjectRef::new(reader.rest()).id() == MsgContainer::<B>::ID {
        reader.fail(ErrorKind::NestedContainer, "a message's body");
    }
    B::decode(reader)
}
