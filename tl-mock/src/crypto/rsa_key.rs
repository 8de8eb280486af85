//! The server's RSA key.

use std::fmt;

use num_bigint::BigUint;
use pkcs1::{
    RsaPrivateKey, RsaPublicKey, UintRef,
    der::{
        Decode, Encode,
        pem::{LineEnding, decode_vec, encode_string},
    },
};
use typelang_parser::counted;
use typelang_runtime::Writer;

use crate::crypto::{big, hash::sha1};

/// The server's RSA key. Clients need its public half.
///
/// [`RsaKey::default`] is a key that is published with this crate: whoever reads its source can pretend to be your
/// mock, and clients that trust it trust nobody in particular. That is what a test wants, and nothing else should.
#[derive(Clone)]
pub struct RsaKey {
    modulus: BigUint,
    exponent: BigUint,
    secret: BigUint,
    fingerprint: i64,
}

/// Why a text is not an RSA key for the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyError(String);

/// The key that is published with this crate.
const TEST_KEY: &str = include_str!("test_key.pem");
const PRIVATE: &str = "RSA PRIVATE KEY";
const PUBLIC: &str = "RSA PUBLIC KEY";

impl RsaKey {
    /// Reads a private key of 2048 bits in PKCS #1's PEM, such as `openssl genrsa -traditional 2048` writes.
    ///
    /// # Errors
    /// If the text is not such a key.
    pub fn from_pem(pem: &str) -> Result<Self, KeyError> {
        let (label, der) = decode_vec(pem.trim_start().as_bytes())
            .map_err(|error| KeyError(format!("not a PEM text ({error})")))?;
        if label != PRIVATE {
            return Err(KeyError(format!(
                "a PEM text of `{label}`, where `{PRIVATE}` is needed; `openssl rsa -traditional` converts a key"
            )));
        }
        let key = RsaPrivateKey::from_der(&der)
            .map_err(|error| KeyError(format!("not an RSA key ({error})")))?;
        let number = |number: UintRef<'_>| BigUint::from_bytes_be(number.as_bytes());
        Self::new(number(key.modulus), number(key.public_exponent), number(key.private_exponent))
    }

    fn new(modulus: BigUint, exponent: BigUint, secret: BigUint) -> Result<Self, KeyError> {
        if modulus.bits() != 2048 {
            let bits = counted(usize::try_from(modulus.bits()).unwrap_or(usize::MAX), "bit");
            return Err(KeyError(format!("a key of {bits}; MTProto's keys have 2048")));
        }
        let mut fields = Writer::new();
        fields.bytes(&modulus.to_bytes_be());
        fields.bytes(&exponent.to_bytes_be());
        let hash = sha1(&[fields.as_bytes()]);
        let mut low = [0; 8];
        low.copy_from_slice(&hash[12..]);
        Ok(Self { modulus, exponent, secret, fingerprint: i64::from_le_bytes(low) })
    }

    /// The last 64 bits of the SHA-1 of modulus and exponent, each as TL's `bytes`: how the server names the key.
    #[must_use]
    pub const fn fingerprint(&self) -> i64 {
        self.fingerprint
    }

    /// The modulus in hexadecimal digits.
    #[must_use]
    pub fn modulus(&self) -> String {
        format!("{:x}", self.modulus)
    }

    /// The modulus in decimal digits.
    pub(crate) fn decimal_modulus(&self) -> String {
        self.modulus.to_string()
    }

    /// The public exponent.
    #[must_use]
    pub fn exponent(&self) -> u32 {
        self.exponent.iter_u32_digits().next().unwrap_or_default()
    }

    /// The public half in PKCS #1's PEM, as clients have the keys of Telegram's servers.
    ///
    /// # Panics
    /// Never, since a number that was read can be written.
    #[must_use]
    pub fn public_pem(&self) -> String {
        let (modulus, exponent) = (self.modulus.to_bytes_be(), self.exponent.to_bytes_be());
        let uint = |bytes| UintRef::new(bytes).expect("2048 bits fit");
        let key = RsaPublicKey { modulus: uint(&modulus), public_exponent: uint(&exponent) };
        let der = key.to_der().expect("two numbers fit");
        encode_string(PUBLIC, LineEnding::LF, &der).expect("the label is sound")
    }

    /// Decrypts 256 bytes: raises them to the secret exponent. `None` if they are no number below the modulus.
    pub(crate) fn decrypt(&self, data: &[u8]) -> Option<[u8; big::SIZE]> {
        let number = BigUint::from_bytes_be(data);
        (data.len() <= big::SIZE && number < self.modulus)
            .then(|| big::padded(&number.modpow(&self.secret, &self.modulus)))?
    }
}

impl Default for RsaKey {
    /// The key that is published with this crate, for tests.
    fn default() -> Self {
        Self::from_pem(TEST_KEY).expect("the key in the source is sound")
    }
}

impl fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RsaKey({:016x})", self.fingerprint)
    }
}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for KeyError {}
