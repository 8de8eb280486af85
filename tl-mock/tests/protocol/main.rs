//! The protocol, without sockets.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may panic")]

mod codes;
mod frames;
mod handled;
mod layers;
mod messages;
mod peer;
mod recorded;
mod service;
