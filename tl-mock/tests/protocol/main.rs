//! The protocol, without sockets.

mod frames;
mod messages;
mod peer;
mod recorded;
mod service;
