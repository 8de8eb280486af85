//! Why the exchange of a key fails.

use std::fmt;

use typelang_runtime::Error;

/// Why the server ends an exchange.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The message cannot be read.
    Unreadable(Error),
    /// A step that does not follow from the last one, or a message of none.
    OutOfOrder,
    /// A nonce is another one than in the step before.
    Nonce,
    /// The client chose a key that the server does not have.
    Fingerprint(i64),
    /// The data encrypted with RSA is in none of the two forms; most likely the client's public key is another one.
    InnerData,
    /// The client's answer is not encrypted as agreed, or its hash is wrong.
    ClientData,
    /// The client's public number is too close to an end of its range.
    UnsafeNumber,
    /// `retry_id` is not that of the last attempt, or not 0 in the first one.
    RetryId(i64),
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        Self::Unreadable(error)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::OutOfOrder => f.write_str("a message that is not the next step of the exchange"),
            Self::Nonce => f.write_str("a nonce differs from that of the step before"),
            Self::Fingerprint(found) => write!(
                f,
                "the client chose the key {found:016x}, which the server does not have; give it the server's public key"
            ),
            Self::InnerData => f.write_str(
                "`encrypted_data` is not what the server's key encrypts; check the client's public key",
            ),
            Self::ClientData => f.write_str("the client's answer is encrypted or hashed wrongly"),
            Self::UnsafeNumber => f.write_str("g_b is too close to an end of its range"),
            Self::RetryId(found) => write!(
                f,
                "retry_id is {found:016x}; it is 0 first, and the first 64 bits of the last key's SHA-1 after `dh_gen_retry`"
            ),
        }
    }
}

impl std::error::Error for Refusal {}
