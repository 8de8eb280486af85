//! The nonces of an exchange, and what is derived from them.

use crate::crypto::{hash::sha1, ige::KeyIv};

/// The nonces of an exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nonces {
    /// The client's first one.
    pub client: [u8; 16],
    /// The server's.
    pub server: [u8; 16],
    /// The client's second one, which is sent encrypted only.
    pub new: [u8; 32],
}

impl Nonces {
    /// The temporary key of the exchange.
    #[must_use]
    pub fn key_iv(&self) -> KeyIv {
        let new_server = sha1(&[&self.new, &self.server]);
        let server_new = sha1(&[&self.server, &self.new]);
        let new_new = sha1(&[&self.new, &self.new]);
        let [mut key, mut iv] = [[0; 32]; 2];
        key[..20].copy_from_slice(&new_server);
        key[20..].copy_from_slice(&server_new[..12]);
        iv[..8].copy_from_slice(&server_new[12..]);
        iv[8..28].copy_from_slice(&new_new);
        iv[28..].copy_from_slice(&self.new[..4]);
        KeyIv { key, iv }
    }

    /// The first salt of the key.
    #[must_use]
    pub fn salt(&self) -> i64 {
        i64::from_le_bytes(std::array::from_fn(|at| self.new[at] ^ self.server[at]))
    }

    /// The hash in `server_DH_params_fail`.
    #[must_use]
    pub fn new_nonce_hash(&self) -> [u8; 16] {
        let hash = sha1(&[&self.new]);
        std::array::from_fn(|at| hash[at + 4])
    }
}
