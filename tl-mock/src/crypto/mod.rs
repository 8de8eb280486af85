//! The cryptography of MTProto, from well-kept crates. It serves tests and guards nothing.

pub(crate) mod auth_key;
pub(crate) mod big;
pub(crate) mod hash;
pub(crate) mod ige;
pub(crate) mod random;
pub(crate) mod rsa_key;
pub(crate) mod rsa_pad;

pub use self::{
    auth_key::{AuthKey, NonceHash, Side},
    hash::{sha1, sha256},
    ige::KeyIv,
    rsa_key::{KeyError, RsaKey},
};
