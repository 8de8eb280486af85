//! What a client encrypts with the server's RSA key, in its two forms.

use crate::crypto::{
    big,
    hash::{sha1, sha256},
    ige::KeyIv,
    rsa_key::RsaKey,
};

/// Decrypted data: TL and padding after it.
#[derive(Debug)]
pub(crate) enum Padded {
    /// `RSA_PAD`, whose hash was found right.
    Pad([u8; 192]),
    /// The form before it: a SHA-1 of the data, which is checked once its length is known.
    Hashed { hash: [u8; 20], data: [u8; 235] },
}

impl Padded {
    /// Decrypts `encrypted_data` of `req_DH_params`; `None` if it is in neither form.
    pub(crate) fn decrypt(key: &RsaKey, encrypted: &[u8]) -> Option<Self> {
        let plain = key.decrypt(encrypted)?;
        pad(&plain).map(Self::Pad).or_else(|| hashed(&plain))
    }

    /// The data and its padding.
    pub(crate) const fn data(&self) -> &[u8] {
        match self {
            Self::Pad(data) => data,
            Self::Hashed { data, .. } => data,
        }
    }

    /// Whether the hash is that of the first `len` bytes.
    pub(crate) fn is_whole(&self, len: usize) -> bool {
        match self {
            Self::Pad(_) => true,
            Self::Hashed { hash, data } => data.get(..len).is_some_and(|it| sha1(&[it]) == *hash),
        }
    }
}

/// Reverses `RSA_PAD`, section 4.1 of <https://core.telegram.org/mtproto/auth_key>.
fn pad(plain: &[u8; big::SIZE]) -> Option<[u8; 192]> {
    let (masked, encrypted) = plain.split_first_chunk::<32>()?;
    let mask = sha256(&[encrypted]);
    let key = std::array::from_fn(|at| masked[at] ^ mask[at]);
    let mut data = [0; 224];
    data.copy_from_slice(encrypted);
    KeyIv { key, iv: [0; 32] }.decrypt(&mut data);
    let (reversed, hash) = data.split_first_chunk::<192>()?;
    let mut data = *reversed;
    data.reverse();
    (sha256(&[&key, &data]) == hash).then_some(data)
}

/// Splits what was encrypted before `RSA_PAD`: a SHA-1, and data padded to 255 bytes with it.
fn hashed(plain: &[u8; big::SIZE]) -> Option<Padded> {
    let (zero, rest) = plain.split_first()?;
    let (hash, data) = rest.split_first_chunk::<20>()?;
    let data = data.first_chunk::<235>()?;
    (*zero == 0).then_some(Padded::Hashed { hash: *hash, data: *data })
}
