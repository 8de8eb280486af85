//! What to paste into clients.

use std::net::SocketAddr;

use crate::crypto::rsa_key::RsaKey;

/// The lines for each client, with gaps for the address and the key.
const LINES: &str = include_str!("paste.txt");

/// The lines that point clients to a server.
pub(super) fn lines(address: SocketAddr, key: &RsaKey) -> String {
    LINES
        .replace("{host}", &address.ip().to_string())
        .replace("{port}", &address.port().to_string())
        .replace("{pem}", key.public_pem().trim_end())
        .replace("{fingerprint}", &key.fingerprint().to_string())
        .replace("{modulus}", &key.modulus())
        .replace("{decimal}", &key.decimal_modulus())
        .replace("{exponent}", &key.exponent().to_string())
}
