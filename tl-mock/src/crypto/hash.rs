//! Hashes of several pieces.

use sha1::Sha1;
use sha2::{Digest, Sha256};

/// The SHA-1 of the pieces, one after another.
#[must_use]
pub fn sha1(pieces: &[&[u8]]) -> [u8; 20] {
    let mut hash = Sha1::new();
    for piece in pieces {
        hash.update(piece);
    }
    hash.finalize().into()
}

/// The SHA-256 of the pieces, one after another.
#[must_use]
pub fn sha256(pieces: &[&[u8]]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(piece);
    }
    hash.finalize().into()
}
