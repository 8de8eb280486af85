//! What a client encrypts with RSA, in its four constructors.

use typelang_runtime::{Decode, Reader};
use typelang_telegram::mtproto::enums::PQInnerData;

use crate::crypto::{rsa_key::RsaKey, rsa_pad::Padded};

/// What the four constructors have in common, and the lifetime of a temporary key.
#[derive(Debug)]
pub(super) struct InnerData {
    pub(super) pq: Vec<u8>,
    pub(super) nonce: [u8; 16],
    pub(super) server_nonce: [u8; 16],
    pub(super) new_nonce: [u8; 32],
    /// The data centre that the client asks for.
    pub(super) dc: Option<i32>,
    /// In seconds.
    pub(super) expires_in: Option<i32>,
}

impl InnerData {
    /// Decrypts and reads it; `None` if it is not what the key encrypts.
    pub(super) fn decrypt(key: &RsaKey, encrypted: &[u8]) -> Option<Self> {
        let padded = Padded::decrypt(key, encrypted)?;
        let mut reader = Reader::new(padded.data());
        let data = PQInnerData::decode(&mut reader);
        (!reader.failed() && padded.is_whole(reader.offset())).then(|| Self::new(data))
    }

    fn new(data: PQInnerData) -> Self {
        let common = |pq, nonce, server_nonce, new_nonce| Self {
            pq,
            nonce,
            server_nonce,
            new_nonce,
            dc: None,
            expires_in: None,
        };
        match data {
            PQInnerData::PQInnerData(it) => common(it.pq, it.nonce, it.server_nonce, it.new_nonce),
            PQInnerData::Dc(it) => {
                let data = common(it.pq, it.nonce, it.server_nonce, it.new_nonce);
                Self { dc: Some(it.dc), ..data }
            }
            PQInnerData::Temp(it) => {
                let data = common(it.pq, it.nonce, it.server_nonce, it.new_nonce);
                Self { expires_in: Some(it.expires_in), ..data }
            }
            PQInnerData::TempDc(it) => {
                let data = common(it.pq, it.nonce, it.server_nonce, it.new_nonce);
                Self { dc: Some(it.dc), expires_in: Some(it.expires_in), ..data }
            }
        }
    }
}
