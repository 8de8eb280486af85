//! The public half of the server's RSA key.

use num_bigint::BigUint;
use typelang_mock::{
    RsaKey,
    crypto::{KeyIv, sha256},
};

/// The public half of the server's RSA key.
#[derive(Clone, Debug)]
pub struct PublicKey {
    modulus: BigUint,
    exponent: BigUint,
    pub(crate) fingerprint: i64,
}

impl From<&RsaKey> for PublicKey {
    fn from(key: &RsaKey) -> Self {
        Self {
            modulus: BigUint::parse_bytes(key.modulus().as_bytes(), 16).unwrap_or_default(),
            exponent: BigUint::from(key.exponent()),
            fingerprint: key.fingerprint(),
        }
    }
}

impl PublicKey {
    /// `RSA_PAD` of <https://core.telegram.org/mtproto/auth_key>; `data` has at most 144 bytes.
    pub(crate) fn encrypt(&self, data: &[u8]) -> [u8; 256] {
        let mut padded = random::<192>();
        padded[..data.len()].copy_from_slice(data);
        let mut reversed = padded;
        reversed.reverse();
        loop {
            let key = random::<32>();
            let mut hidden = [0; 224];
            hidden[..192].copy_from_slice(&reversed);
            hidden[192..].copy_from_slice(&sha256(&[&key, &padded]));
            KeyIv { key, iv: [0; 32] }.encrypt(&mut hidden);
            let mask = sha256(&[&hidden]);
            let mut plain = [0; 256];
            for (at, byte) in plain[..32].iter_mut().enumerate() {
                *byte = key[at] ^ mask[at];
            }
            plain[32..].copy_from_slice(&hidden);
            let number = BigUint::from_bytes_be(&plain);
            if number < self.modulus {
                return padded_to(&number.modpow(&self.exponent, &self.modulus));
            }
        }
    }
}

/// The big-endian bytes of a number below 2²⁰⁴⁸.
pub(crate) fn padded_to(number: &BigUint) -> [u8; 256] {
    let bytes = number.to_bytes_be();
    let mut padded = [0; 256];
    padded[256 - bytes.len()..].copy_from_slice(&bytes);
    padded
}

/// Random bytes.
pub(crate) fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}
