//! Encrypted messages, MTProto 2.0.

use std::fmt;

use typelang_runtime::{Encode, Writer};

use crate::crypto::{
    auth_key::{AuthKey, Side},
    ige::BLOCK,
    random,
};

/// What a packet with an encrypted message has in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encrypted {
    /// The server's salt, as the sender knows it.
    pub salt: i64,
    /// The session, which the client chose.
    pub session_id: i64,
    /// The message's id.
    pub msg_id: i64,
    /// Twice the number of earlier messages that need an acknowledgement, plus one if this one does.
    pub seqno: i32,
    /// The bytes of a boxed value.
    pub body: Vec<u8>,
    /// The token of a quick acknowledgement.
    pub quick_ack: u32,
}

/// Why a packet is no message under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// It is too short, or is encrypted with another key.
    Key,
    /// `msg_key` is not that of the content: the packet was changed, or the key is another one.
    MsgKey,
    /// The length of the body leaves more or less padding than 12 to 1,024 bytes, or is not a multiple of four.
    Length(i32),
}

/// The bytes before the encrypted ones: the key's id and `msg_key`.
const HEAD: usize = 24;
/// The encrypted bytes before the body.
const INNER_HEAD: usize = 32;
/// The least padding, and the most.
const PADDING: [usize; 2] = [12, 1024];

/// Decrypts a packet that `side` wrote.
///
/// # Errors
/// If it is no message under this key.
pub fn open(key: &AuthKey, side: Side, packet: &[u8]) -> Result<Encrypted, OpenError> {
    let (id, rest) = packet.split_first_chunk::<8>().ok_or(OpenError::Key)?;
    let (msg_key, data) = rest.split_first_chunk::<16>().ok_or(OpenError::Key)?;
    if i64::from_le_bytes(*id) != key.id() || data.len() < INNER_HEAD + BLOCK {
        return Err(OpenError::Key);
    }
    // What is left after whole blocks is the padding of a transport.
    let mut data = data[..data.len() / BLOCK * BLOCK].to_vec();
    key.key_iv(side, msg_key).decrypt(&mut data);
    let large = key.large_msg_key(side, &data);
    if large[8..24] != *msg_key {
        return Err(OpenError::MsgKey);
    }
    let [a, b, c, d, ..] = large;
    parse(&data, u32::from_le_bytes([a, b, c, d])).ok_or(OpenError::MsgKey)?
}

fn parse(data: &[u8], quick_ack: u32) -> Option<Result<Encrypted, OpenError>> {
    let (salt, rest) = long(data)?;
    let (session_id, rest) = long(rest)?;
    let (msg_id, rest) = long(rest)?;
    let (seqno, rest) = rest.split_first_chunk::<4>()?;
    let (length, rest) = rest.split_first_chunk::<4>()?;
    let length = i32::from_le_bytes(*length);
    let body = usize::try_from(length).ok().and_then(|len| rest.get(..len));
    let is_sound = |body: &&[u8]| {
        let padding = rest.len() - body.len();
        body.len().is_multiple_of(4)
            && body.len() >= 4
            && (PADDING[0]..=PADDING[1]).contains(&padding)
    };
    let Some(body) = body.filter(is_sound) else { return Some(Err(OpenError::Length(length))) };
    let (seqno, body) = (i32::from_le_bytes(*seqno), body.to_vec());
    Some(Ok(Encrypted { salt, session_id, msg_id, seqno, body, quick_ack }))
}

fn long(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let (long, rest) = bytes.split_first_chunk::<8>()?;
    Some((i64::from_le_bytes(*long), rest))
}

/// Encrypts a message as `side` does, with 12 to 27 bytes of padding. `message.quick_ack` is not used.
#[must_use]
pub fn seal(key: &AuthKey, side: Side, message: &Encrypted) -> Vec<u8> {
    let mut data = message.to_bytes();
    let padding = PADDING[0] + (BLOCK - (data.len() + PADDING[0]) % BLOCK) % BLOCK;
    random::append(&mut data, padding);
    let large = key.large_msg_key(side, &data);
    let msg_key: [u8; 16] = std::array::from_fn(|at| large[at + 8]);
    key.key_iv(side, &msg_key).encrypt(&mut data);
    let mut packet = Vec::with_capacity(HEAD + data.len());
    packet.extend(key.id().to_le_bytes());
    packet.extend(msg_key);
    packet.extend(data);
    packet
}

impl Encode for Encrypted {
    fn encode(&self, out: &mut Writer<'_>) {
        out.long(self.salt);
        out.long(self.session_id);
        out.long(self.msg_id);
        out.int(self.seqno);
        out.nat(u32::try_from(self.body.len()).unwrap_or(u32::MAX));
        out.put(&self.body);
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => f.write_str("the packet is not a message encrypted with this key"),
            Self::MsgKey => f.write_str("`msg_key` is not that of the content"),
            Self::Length(length) => {
                write!(f, "the body's length, {length}, leaves the wrong padding")
            }
        }
    }
}

impl std::error::Error for OpenError {}
