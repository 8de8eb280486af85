//! Authorization keys.

use std::fmt;

use crate::crypto::{
    hash::{sha1, sha256},
    ige::KeyIv,
};

/// An authorization key: 256 bytes that a client and the server share.
#[derive(Clone, PartialEq, Eq)]
pub struct AuthKey {
    bytes: Box<[u8; 256]>,
    id: i64,
    aux_hash: [u8; 8],
}

/// Who wrote a message; keys differ by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The client.
    Client,
    /// The server.
    Server,
}

/// The hash of the last step of the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NonceHash {
    /// For `dh_gen_ok`.
    Ok = 1,
    /// For `dh_gen_fail`.
    Fail = 3,
}

impl AuthKey {
    /// Creates a key from its bytes, as a client's stored session has them.
    #[must_use]
    pub fn new(bytes: [u8; 256]) -> Self {
        let hash = sha1(&[&bytes]);
        let (mut aux_hash, mut id) = ([0; 8], [0; 8]);
        aux_hash.copy_from_slice(&hash[..8]);
        id.copy_from_slice(&hash[12..]);
        Self { bytes: Box::new(bytes), id: i64::from_le_bytes(id), aux_hash }
    }

    /// The id: the last 64 bits of the key's SHA-1, as `auth_key_id` in front of each message.
    #[must_use]
    pub const fn id(&self) -> i64 {
        self.id
    }

    /// The key itself.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 256] {
        &self.bytes
    }

    /// `new_nonce_hash1` or `new_nonce_hash3` of <https://core.telegram.org/mtproto/auth_key>.
    #[must_use]
    pub fn nonce_hash(&self, new_nonce: &[u8; 32], which: NonceHash) -> [u8; 16] {
        let hash = sha1(&[new_nonce, &[which as u8], &self.aux_hash]);
        let mut low = [0; 16];
        low.copy_from_slice(&hash[4..]);
        low
    }

    /// The 32 bytes that `msg_key` is the middle of, and a quick acknowledgement the start of.
    pub(crate) fn large_msg_key(&self, side: Side, plain: &[u8]) -> [u8; 32] {
        let at = 88 + side.offset();
        sha256(&[&self.bytes[at..at + 32], plain])
    }

    /// The key of one message, as <https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector>
    /// derives it.
    pub(crate) fn key_iv(&self, side: Side, msg_key: &[u8; 16]) -> KeyIv {
        let x = side.offset();
        let a = sha256(&[msg_key, &self.bytes[x..x + 36]]);
        let b = sha256(&[&self.bytes[40 + x..76 + x], msg_key]);
        KeyIv { key: interleave(&a, &b), iv: interleave(&b, &a) }
    }
}

/// The ends of one hash around the middle of another.
fn interleave(ends: &[u8; 32], middle: &[u8; 32]) -> [u8; 32] {
    let mut all = *ends;
    all[8..24].copy_from_slice(&middle[8..24]);
    all
}

impl Side {
    /// The `x` of the key derivation.
    const fn offset(self) -> usize {
        match self {
            Self::Client => 0,
            Self::Server => 8,
        }
    }
}

impl fmt::Debug for AuthKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AuthKey({:016x})", self.id)
    }
}
