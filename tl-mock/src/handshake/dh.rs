//! Diffie-Hellman, the server's side.

use std::time::Duration;

use num_bigint::BigUint;
use typelang_runtime::{Decode, Encode, Reader};
use typelang_telegram::mtproto::types::{ClientDhInnerData, ServerDhInnerData};

use crate::{
    crypto::{
        auth_key::AuthKey,
        big,
        hash::sha1,
        ige::{BLOCK, KeyIv},
        random,
    },
    handshake::{nonces::Nonces, refusal::Refusal},
};

/// The server's secret number, and what encrypts the answers.
#[derive(Clone, Debug)]
pub(crate) struct Dh {
    pub(super) nonces: Nonces,
    secret: BigUint,
    key_iv: KeyIv,
    /// The `retry_id` that the client has to send.
    retry_id: i64,
}

impl Dh {
    /// Chooses a secret number.
    pub(super) fn new(nonces: Nonces) -> Self {
        // A number of 256 bits is no worse for a test, and eight times as fast.
        let secret = BigUint::from_bytes_be(&random::array::<32>());
        Self { key_iv: nonces.key_iv(), nonces, secret, retry_id: 0 }
    }

    /// The encrypted answer: a SHA-1, `server_DH_inner_data`, and padding.
    pub(super) fn answer(&self, now: Duration) -> Vec<u8> {
        let prime = big::dh_prime();
        let g_a = BigUint::from(big::DH_GENERATOR).modpow(&self.secret, &prime);
        let inner = ServerDhInnerData {
            nonce: self.nonces.client,
            server_nonce: self.nonces.server,
            g: 3,
            dh_prime: prime.to_bytes_be(),
            g_a: g_a.to_bytes_be(),
            server_time: i32::try_from(now.as_secs()).unwrap_or(i32::MAX),
        };
        let inner = inner.to_bytes();
        let mut data = sha1(&[&inner]).to_vec();
        data.extend(inner);
        let padding = (BLOCK - data.len() % BLOCK) % BLOCK;
        random::append(&mut data, padding);
        self.key_iv.encrypt(&mut data);
        data
    }

    /// Waits for another number of the client's, because this key is not to be used.
    pub(super) fn retry(&mut self, key: &AuthKey) {
        self.retry_id = key.aux_hash();
    }

    /// Reads the client's public number, and makes the key.
    pub(super) fn key(&self, encrypted: &[u8]) -> Result<AuthKey, Refusal> {
        let g_b = self.client_number(encrypted)?;
        let prime = big::dh_prime();
        if !big::is_safe(&g_b, &prime) {
            return Err(Refusal::UnsafeNumber);
        }
        let key = g_b.modpow(&self.secret, &prime);
        big::padded(&key).map(AuthKey::new).ok_or(Refusal::UnsafeNumber)
    }

    fn client_number(&self, encrypted: &[u8]) -> Result<BigUint, Refusal> {
        if encrypted.is_empty() || !encrypted.len().is_multiple_of(BLOCK) {
            return Err(Refusal::ClientData);
        }
        let mut data = encrypted.to_vec();
        self.key_iv.decrypt(&mut data);
        let (hash, data) = data.split_first_chunk::<20>().ok_or(Refusal::ClientData)?;
        let mut reader = Reader::new(data);
        let inner = ClientDhInnerData::decode(&mut reader);
        let read = &data[..reader.offset().min(data.len())];
        if reader.failed() || sha1(&[read]) != *hash {
            return Err(Refusal::ClientData);
        }
        if (inner.nonce, inner.server_nonce) != (self.nonces.client, self.nonces.server) {
            return Err(Refusal::Nonce);
        }
        if inner.retry_id != self.retry_id {
            return Err(Refusal::RetryId(inner.retry_id));
        }
        Ok(BigUint::from_bytes_be(&inner.g_b))
    }
}
