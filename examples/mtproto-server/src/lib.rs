//! A client and a server of MTProto in one process.
//!
//! They exchange bytes: a [`Packet`] with a container of messages. The [`client`] puts its calls into a
//! packet and decodes the answers as the response types of its calls. The [`server`] finds each call's
//! handler with a router, and knows only the methods that it has registered. Encryption is left out, since it
//! is not part of TL: packets look like those of the key exchange, when a real client has no key yet.

pub mod client;
mod config;
pub mod packet;
pub mod server;

pub use crate::{client::Client, packet::Packet, server::Server};
