//! Transports: how packets lie in a stream of TCP.

mod detect;
mod framing;
mod obfuscation;
mod transport;

pub use self::{
    framing::{FrameError, Framing, Packet},
    transport::Transport,
};
