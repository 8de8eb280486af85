//! A client that shares a key with the server and writes whatever a test wants.

use std::time::Duration;

use typelang_mock::{
    Builder, InMemory, InMemoryConnection, Mock,
    crypto::{AuthKey, Side},
    frame::{Framing, Transport},
    message::{Encrypted, open, seal},
};
use typelang_runtime::{
    Combinator, Encode, Object, ObjectRef,
    mtproto::{Message, MsgContainer},
};
use typelang_telegram::mtproto::types::NewSessionCreated;

/// When the tests take place.
pub(crate) const NOW: Duration = Duration::from_secs(1_700_000_000);
pub(crate) const SALT: i64 = 77;

/// A client's connection.
pub(crate) struct Peer {
    pub(crate) connection: InMemoryConnection,
    pub(crate) transport: Transport,
    pub(crate) salt: i64,
    pub(crate) session_id: i64,
    last_id: i64,
    content: i32,
}

pub(crate) fn key() -> AuthKey {
    AuthKey::new([7; 256])
}

/// A server that knows the key.
pub(crate) fn server(set: impl FnOnce(Builder) -> Builder) -> InMemory {
    set(Mock::builder().auth_key(key(), SALT)).in_memory()
}

/// The id of a message that is sent this number of seconds after the start.
pub(crate) fn id_at(seconds: i64) -> i64 {
    (i64::try_from(NOW.as_secs()).unwrap() + seconds) << 32
}

impl Peer {
    pub(crate) fn new(server: &InMemory) -> Self {
        let transport = Transport::client(Framing::Intermediate);
        let (salt, session_id) = (SALT, 5);
        let (last_id, content) = (id_at(0), 0);
        Self { connection: server.connect(), transport, salt, session_id, last_id, content }
    }

    /// A message with the next id.
    pub(crate) fn message<T: Encode>(&mut self, body: &T) -> Message {
        self.last_id += 4;
        self.content += 1;
        let seqno = 2 * self.content - 1;
        Message { msg_id: self.last_id, seqno, body: Object::new(body) }
    }

    /// Sends a message that needs an acknowledgement; returns its id and what came back.
    pub(crate) fn ask<T: Encode>(&mut self, body: &T) -> (i64, Vec<Message>) {
        let message = self.message(body);
        let msg_id = message.msg_id;
        (msg_id, self.send(&message))
    }

    /// Sends a message as it is.
    pub(crate) fn send(&mut self, message: &Message) -> Vec<Message> {
        let packet = self.sealed(message);
        self.packet(&packet)
    }

    /// The packet of a message.
    pub(crate) fn sealed(&self, message: &Message) -> Vec<u8> {
        seal(
            &key(),
            Side::Client,
            &Encrypted {
                salt: self.salt,
                session_id: self.session_id,
                msg_id: message.msg_id,
                seqno: message.seqno,
                body: message.body.as_bytes().to_vec(),
                quick_ack: 0,
            },
        )
    }

    /// Sends a packet as it is.
    pub(crate) fn packet(&mut self, packet: &[u8]) -> Vec<Message> {
        let bytes = self.transport.send(packet);
        let written = self.connection.send(&bytes, NOW);
        self.read(&written)
    }

    /// Sends a packet that the server refuses; returns the error, after which the connection is closed.
    pub(crate) fn transport_error(&mut self, packet: &[u8]) -> i32 {
        let bytes = self.transport.send(packet);
        let written = self.connection.send(&bytes, NOW);
        self.transport.receive(&written);
        let packet = self.transport.packet().unwrap().unwrap();
        assert!(self.connection.is_closed());
        i32::from_le_bytes(packet.payload.try_into().unwrap())
    }

    /// The messages in what the server wrote, containers unpacked, and without word of a new session.
    pub(crate) fn read(&mut self, written: &[u8]) -> Vec<Message> {
        self.transport.receive(written);
        let mut all = Vec::new();
        while let Some(packet) = self.transport.packet().unwrap() {
            let message = open(&key(), Side::Server, &packet.payload).unwrap();
            assert_eq!(message.session_id, self.session_id);
            let body = ObjectRef::new(&message.body);
            if body.id() == MsgContainer::<ObjectRef<'_>>::ID {
                all.extend(body.decode_as::<MsgContainer>().unwrap().messages);
            } else {
                let (msg_id, seqno, body) = (message.msg_id, message.seqno, body.to_object());
                all.push(Message { msg_id, seqno, body });
            }
        }
        all.retain(|message| message.body.id() != NewSessionCreated::ID);
        all
    }
}
