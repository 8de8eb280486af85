//! The server: connections over TCP on loopback.

mod builder;
mod calls;
mod connection;
mod core;
mod in_memory;
mod live;
mod mock;
mod paste;

pub use self::{
    builder::Builder,
    in_memory::{InMemory, InMemoryConnection},
    mock::Mock,
};
