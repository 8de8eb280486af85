//! A client and a server of MTProto in one process.
//!
//! What goes between them is bytes: a [`Packet`] with a container of messages. The [`client`] puts its calls into one
//! and reads the answers as the types that its calls respond with. The [`server`] looks for each call's handler with a
//! router, and knows only the methods that it has registered. Encryption is left out, as it is no matter of TL: a packet
//! is as in the exchange of keys, where a real client has no key yet.

pub mod client;
mod config;
pub mod packet;
pub mod server;

pub use crate::{client::Client, packet::Packet, server::Server};
