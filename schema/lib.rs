//! Telegram's published TL schemas as data.
//!
//! `SOURCES.md` says which package each file restates, and under which licence. Every name, id and type is
//! kept; the layout is typelang's own. [`CONTAINERS`] restates no file.

#![no_std]

pub mod facts;

/// The API: what clients send and receive once a session is up. Its first line tells the layer.
pub const API: &str = include_str!("telegram/api.tl");

/// `MTProto`: how a session is made and kept, below the API.
pub const MTPROTO: &str = include_str!("telegram/mtproto.tl");

/// What the published schema of `MTProto` leaves to hand-written code: containers, answers, compression.
pub const CONTAINERS: &str = include_str!("containers.tl");

/// What secret chats encrypt, in all layers that a chat may have: a name that comes again is of a later layer.
pub const SECRET: &str = include_str!("telegram/secret.tl");

/// The folder of this package's sources, for build scripts that read the files.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;
