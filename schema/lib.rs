//! The published TL schemas of Telegram, TDLib and TON as data.
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

/// TDLib's API, `td_api.tl`, without its text.
pub const TD_API: &str = include_str!("td/td_api.tl");

/// The fields of [`TD_API`] that may be null, as its text says: lines of a constructor or method and a field.
pub const TD_NULL: &str = include_str!("td/null.tsv");

/// TON's lite servers.
pub const LITE_API: &str = include_str!("ton/lite_api.tl");

/// TON's nodes: ADNL, DHT, overlays, validators.
pub const TON_API: &str = include_str!("ton/ton_api.tl");

/// TON's client library.
pub const TONLIB_API: &str = include_str!("ton/tonlib_api.tl");

/// The folder of this package's sources, for build scripts that read the files.
pub const FOLDER: &str = env!("CARGO_MANIFEST_DIR");

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;
