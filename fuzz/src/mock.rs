//! A server that gets any bytes.

use std::{sync::OnceLock, time::Duration};

use typelang_mock::{
    InMemory, InMemoryConnection, Mock,
    crypto::{AuthKey, Side},
    frame::{Framing, Transport},
    message::{Encrypted, Plain, open, seal},
};
use typelang_runtime::{Encode, Object};
use typelang_telegram::mtproto::functions::ReqPqMulti;

/// When all of it takes place.
const NOW: Duration = Duration::from_secs(1_700_000_000);
const SALT: i64 = 1;

/// What the server says is packets that a client reads, in each of the ways to reach it that the first byte chooses: as a
/// stream, as a message of the exchange of a key, and as messages under a key.
pub fn mock(data: &[u8]) {
    let Some((way, rest)) = data.split_first() else { return };
    let mut client = Client::new();
    match way % 4 {
        0 => {
            let mut connection = server().connect();
            // In two pieces, so that the end of the first is anywhere.
            let (first, second) = rest.split_at(rest.len() / 2);
            connection.send(first, NOW);
            connection.send(second, NOW);
        }
        1 => {
            client.plain(Object::new(&ReqPqMulti { nonce: [1; 16] }));
            client.plain(Object::from_vec(rest.to_vec()));
        }
        2 => client.encrypted(rest, 1),
        _ => {
            // Several messages, each with its length and a byte for its sequence number.
            let mut rest = rest;
            while let Some(([length, seqno], more)) = rest.split_first_chunk::<2>() {
                let length = (usize::from(*length) * 4).min(more.len());
                client.encrypted(&more[..length], i32::from(*seqno));
                rest = &more[length..];
            }
        }
    }
}

/// A server that answers everything.
fn server() -> &'static InMemory {
    static SERVER: OnceLock<InMemory> = OnceLock::new();
    SERVER.get_or_init(|| Mock::builder().login().random(1).auth_key(key(), SALT).in_memory())
}

fn key() -> AuthKey {
    AuthKey::new([7; 256])
}

struct Client {
    connection: InMemoryConnection,
    transport: Transport,
    messages: i64,
}

impl Client {
    fn new() -> Self {
        let transport = Transport::client(Framing::Intermediate);
        Self { connection: server().connect(), transport, messages: 0 }
    }

    fn plain(&mut self, body: Object) {
        let packet = Plain { msg_id: 4, body }.to_bytes();
        self.packet(&packet);
    }

    fn encrypted(&mut self, body: &[u8], seqno: i32) {
        self.messages += 1;
        let msg_id = (i64::try_from(NOW.as_secs()).unwrap_or_default() << 32) + 4 * self.messages;
        let body = body.to_vec();
        let message = Encrypted { salt: SALT, session_id: 1, msg_id, seqno, body, quick_ack: 0 };
        self.packet(&seal(&key(), Side::Client, &message));
    }

    /// Sends a packet, and reads what comes back.
    fn packet(&mut self, packet: &[u8]) {
        let written = self.connection.send(&self.transport.send(packet), NOW);
        self.transport.receive(&written);
        while let Some(packet) = self.transport.packet().expect("the server writes packets") {
            let is_error = packet.payload.len() == 4;
            let is_plain = packet.payload.starts_with(&[0; 8]);
            if !is_error && !is_plain {
                let message = open(&key(), Side::Server, &packet.payload);
                message.expect("the server encrypts under the key");
            }
        }
    }
}
