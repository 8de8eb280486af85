//! A small client of MTProto, for one connection to a server whose RSA key it is given.
//!
//! [`Client::connect`] agrees an authorization key, [`Client::call`] sends a call and decodes the answer as the
//! response of its method, and [`Client::update`] waits for what the server sends by itself. Packets and encryption are
//! those of `typelang-mock`, which has both sides of them.

mod client;
mod error;
mod exchange;
mod public_key;

pub use crate::{client::Client, error::Error, public_key::PublicKey};
