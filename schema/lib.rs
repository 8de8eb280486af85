//! Telegram's published TL schemas as data.
//!
//! `SOURCES.md` lists the package that each file restates, and its licence. Every name, id and type is kept;
//! the layout is typelang's own. [`CONTAINERS`] restates no file.

#![no_std]

pub mod facts;

/// The API, which clients use within a session. Its first line states the layer.
pub const API: &str = include_str!("telegram/api.tl");

/// `MTProto`: the protocol below the API that creates and maintains sessions.
pub const MTPROTO: &str = include_str!("telegram/mtproto.tl");

/// The types that the published schema of `MTProto` leaves to handwritten code: containers, answers,
/// compression.
pub const CONTAINERS: &str = include_str!("containers.tl");

/// The content of secret chats, in all layers that a chat may have: a repeated name belongs to a later layer.
pub const SECRET: &str = include_str!("telegram/secret.tl");

/// The folder of this package's sources, for build scripts that read the files.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;
