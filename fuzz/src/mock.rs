//! A server that gets any bytes.

use std::{sync::Once, time::Duration};

use typelang_mock::{
    InMemory, InMemoryConnection, Mock, RsaKey,
    crypto::{AuthKey, Side, sha1},
    frame::{Framing, Transport},
    handshake::Nonces,
    message::{Encrypted, Plain, open, seal},
};
use typelang_runtime::{Decode, Encode, Object, ObjectRef, Options, Trailing};
use typelang_telegram::mtproto::{
    functions::{ReqDhParams, ReqPqMulti, SetClientDhParams},
    types::{PQInnerData, ResPq, ServerDhParamsOk},
};

use crate::memory::bounded;

/// When all of it takes place.
const NOW: Duration = Duration::from_secs(1_700_000_000);
const SALT: i64 = 1;
/// The memory that a server may hold for an input of some hundred bytes: an answer that is unpacked and random values
/// take the most.
const MEMORY: usize = 64 << 20;

/// What the server says is packets that a client reads, in each of the ways to reach it that the first byte chooses: as
/// a stream in pieces, at each step of the exchange of a key, and as messages under a key.
pub fn mock(data: &[u8]) {
    static WARM: Once = Once::new();
    // What is made once is not counted.
    WARM.call_once(|| Client::new().encrypted(&[0; 4], &Head::of([0, 0])));
    let Some((way, rest)) = data.split_first() else { return };
    bounded(MEMORY, || {
        let mut client = Client::new();
        match way % 6 {
            0 => stream(rest),
            1 => {
                client.plain(&ReqPqMulti { nonce: CLIENT });
                client.plain(&Object::from_vec(rest.to_vec()));
            }
            2 => client.encrypted(rest, &Head::of([1, 0])),
            3 => client.several(rest),
            4 => _ = client.offered(rest),
            _ => client.agreed(rest),
        }
    });
}

/// Bytes in pieces whose length the first byte tells.
fn stream(data: &[u8]) {
    let Some((length, rest)) = data.split_first() else { return };
    let mut connection = server().connect();
    rest.chunks(usize::from(*length) + 1).for_each(|piece| drop(connection.send(piece, NOW)));
}

/// A server that answers everything. Each input gets a new one, so that it can be repeated.
fn server() -> InMemory {
    // Both exponents are 1, so what is encrypted stays as it is, and costs nothing.
    let key = RsaKey::from_pem(include_str!("identity.pem")).expect("the key is in the repository");
    Mock::builder().rsa_key(key).login().random(1).auth_key(self::key(), SALT).in_memory()
}

fn key() -> AuthKey {
    AuthKey::new([7; 256])
}

/// The client's nonces.
const CLIENT: [u8; 16] = [1; 16];
const NEW: [u8; 32] = [2; 32];
/// The number that the server wants taken apart, and its factors.
const PQ: u64 = 0x17ed_4894_1a08_f981;
const P: u32 = 0x494c_553b;
const Q: u32 = 0x5391_1073;

/// A client that follows the protocol as far as an input does not choose otherwise.
struct Client {
    server: InMemory,
    connection: InMemoryConnection,
    transport: Transport,
    /// The id of the last message.
    last: i64,
}

/// How a message of an input differs from what a client sends.
struct Head {
    salt: i64,
    session_id: i64,
    /// What is added to the id of the message before.
    step: i64,
    seqno: i32,
}

impl Head {
    fn of([seqno, how]: [u8; 2]) -> Self {
        Self {
            salt: SALT + i64::from(how >> 3 & 1),
            session_id: 1 + i64::from(how >> 4 & 1),
            step: match how & 7 {
                4 => 0,
                5 => -8,
                6 => 2,
                7 => 1 << 40,
                _ => 4,
            },
            seqno: i32::from(seqno),
        }
    }
}

impl Client {
    fn new() -> Self {
        let server = server();
        let transport = Transport::client(Framing::Intermediate);
        let last = i64::try_from(NOW.as_secs()).unwrap_or_default() << 32;
        Self { connection: server.connect(), server, transport, last }
    }

    /// Messages under the key, each behind its length and what is odd about it.
    fn several(&mut self, mut data: &[u8]) {
        while let Some(([length, seqno, how], more)) = data.split_first_chunk::<3>() {
            let length = (usize::from(*length) * 4).min(more.len());
            self.encrypted(&more[..length], &Head::of([*seqno, *how]));
            data = &more[length..];
        }
    }

    fn encrypted(&mut self, body: &[u8], head: &Head) {
        self.last = self.last.wrapping_add(head.step);
        let Head { salt, session_id, seqno, .. } = *head;
        let (msg_id, body) = (self.last, body.to_vec());
        let message = Encrypted { salt, session_id, msg_id, seqno, body, quick_ack: 0 };
        self.packet(&seal(&key(), Side::Client, &message));
    }

    /// Sends a value without encryption, and returns the one that comes back.
    fn plain<T: Encode>(&mut self, value: &T) -> Option<Object> {
        let packet = Plain { msg_id: 4, body: Object::new(value) }.to_bytes();
        let reply = self.packet(&packet)?;
        let options = Options::DEFAULT.trailing(Trailing::Allow);
        let reply = Plain::<ObjectRef<'_>>::from_bytes_with(&reply, &options);
        Some(reply.expect("the server writes messages").body.to_object())
    }

    /// Offers any bytes in the place of `p_q_inner_data`, encrypted as they should be.
    fn offered(&mut self, inner: &[u8]) -> Option<Object> {
        let reply = self.plain(&ReqPqMulti { nonce: CLIENT })?;
        let res_pq: ResPq = reply.decode_as().expect("`resPQ` answers `req_pq_multi`");
        let mut inner = if inner.is_empty() { honest(&res_pq).to_bytes() } else { inner.to_vec() };
        // The input cannot know the server's nonce; behind three short numbers it is here.
        if let Some(place) = inner.get_mut(48..64) {
            place.copy_from_slice(&res_pq.server_nonce);
        }
        let request = ReqDhParams {
            nonce: CLIENT,
            server_nonce: res_pq.server_nonce,
            p: P.to_be_bytes().to_vec(),
            q: Q.to_be_bytes().to_vec(),
            public_key_fingerprint: self.server.rsa_key().fingerprint(),
            encrypted_data: hashed(&inner),
        };
        self.plain(&request)
    }

    /// Sends any bytes in the place of `client_DH_inner_data`, encrypted as they should be.
    fn agreed(&mut self, inner: &[u8]) {
        let reply = self.offered(&[]).expect("an honest offer is answered");
        let params: ServerDhParamsOk = reply.decode_as().expect("an honest offer is taken");
        let nonces = Nonces { client: CLIENT, server: params.server_nonce, new: NEW };
        // Nonces that the input cannot know.
        let mut inner = inner.to_vec();
        for (at, nonce) in [(4, &nonces.client), (20, &nonces.server)] {
            if let Some(place) = inner.get_mut(at..at + 16) {
                place.copy_from_slice(nonce);
            }
        }
        let mut data = [&sha1(&[&inner])[..], &inner].concat();
        data.resize(data.len().next_multiple_of(16), 0);
        nonces.key_iv().encrypt(&mut data);
        self.plain(&SetClientDhParams {
            nonce: nonces.client,
            server_nonce: nonces.server,
            encrypted_data: data,
        });
    }

    /// Sends a packet, and returns the last one that comes back.
    fn packet(&mut self, packet: &[u8]) -> Option<Vec<u8>> {
        let written = self.connection.send(&self.transport.send(packet), NOW);
        self.transport.receive(&written);
        let mut last = None;
        while let Some(packet) = self.transport.packet().expect("the server writes packets") {
            let is_error = packet.payload.len() == 4;
            let is_plain = packet.payload.starts_with(&[0; 8]);
            if !is_error && !is_plain {
                let message = open(&key(), Side::Server, &packet.payload);
                message.expect("the server encrypts under the key");
            }
            last = is_plain.then_some(packet.payload);
        }
        last
    }
}

/// What is encrypted with RSA in the form before `RSA_PAD`: a hash, the data, and padding.
fn hashed(data: &[u8]) -> Vec<u8> {
    let data = &data[..data.len().min(235)];
    let mut plain = [&[0], &sha1(&[data])[..], data].concat();
    plain.resize(256, 0);
    plain
}

fn honest(res_pq: &ResPq) -> PQInnerData {
    let factor = |number: u32| number.to_be_bytes().to_vec();
    PQInnerData {
        pq: PQ.to_be_bytes().to_vec(),
        p: factor(P),
        q: factor(Q),
        nonce: CLIENT,
        server_nonce: res_pq.server_nonce,
        new_nonce: NEW,
    }
}
