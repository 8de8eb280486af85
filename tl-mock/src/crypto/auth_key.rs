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
    /// For `dh_gen_retry`.
    Retry = 2,
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

    /// The first 64 bits of the key's SHA-1: `retry_id` of the next attempt after `dh_gen_retry`.
    #[must_use]
    pub const fn aux_hash(&self) -> i64 {
        i64::from_le_bytes(self.aux_hash)
    }

    /// `new_nonce_hash1`, `2` or `3` of <https://core.telegram.org/mtproto/auth_key>.
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

    /// The key of one message, as
    /// <https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector> derives it.
    pub(crate) fn key_iv(&self, side: Side, msg_key: &[u8; 16]) -> KeyIv {
        let x = side.offset();
        let a = sha256(&[msg_key, &self.bytes[x..x + 36]]);
        let b = sha256(&[&self.bytes[40 + x..76 + x], msg_key]);
        KeyIv { key: interleave(&a, &b), iv: interleave(&b, &a) }
    }

    /// The key of a client's message in MTProto 1.0, which only `auth.bindTempAuthKey` still has in it:
    /// <https://core.telegram.org/mtproto/description_v1#defining-aes-key-and-initialization-vector>.
    pub(crate) fn former_key_iv(&self, msg_key: &[u8; 16]) -> KeyIv {
        let part = |from: usize, len: usize| &self.bytes[from..from + len];
        let a = sha1(&[msg_key, part(0, 32)]);
        let b = sha1(&[part(32, 16), msg_key, part(48, 16)]);
        let c = sha1(&[part(64, 32), msg_key]);
        let d = sha1(&[msg_key, part(96, 32)]);
        let [mut key, mut iv] = [[0; 32]; 2];
        key[..8].copy_from_slice(&a[..8]);
        key[8..20].copy_from_slice(&b[8..]);
        key[20..].copy_from_slice(&c[4..16]);
        iv[..12].copy_from_slice(&a[8..]);
        iv[12..20].copy_from_slice(&b[..8]);
        iv[20..24].copy_from_slice(&c[16..]);
        iv[24..].copy_from_slice(&d[..8]);
        KeyIv { key, iv }
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
