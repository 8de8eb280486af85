//! An offline Telegram for tests: an MTProto server on loopback that real clients accept.
//!
//! **It is for tests and guards nothing.** The secret half of its default key is published with this crate, nonces and
//! times are checked loosely, and anybody may log in as anybody. It listens on the loopback network alone.
//!
//! ```no_run
//! use typelang_mock::Mock;
//! use typelang_telegram::{functions::help, types::NearestDc};
//!
//! let mock = Mock::builder()
//!     .login()
//!     .on(|session, _: help::GetNearestDc| {
//!         // What the client said of itself in `initConnection`.
//!         let country = session.client().map_or("NL", |client| &client.lang_code);
//!         Ok(NearestDc { country: country.to_owned(), this_dc: 2, nearest_dc: 2 })
//!     })
//!     .start_blocking()?;
//! println!("{}\n{}", mock.address(), mock.rsa_key().public_pem());
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Rooms
//!
//! Everything but `server` works on bytes alone, without input or output: [`crypto`], [`frame`] (transports),
//! [`message`] (encryption), [`handshake`] (the exchange of a key), `schema` (layers), `client` (what handlers see),
//! `answer` (who answers a call), and `peer` (one connection). `server` moves the bytes with tokio: a client keeps its
//! connection open for hours, waits for pushed values in it, and has timers, so a thousand clients are a thousand tasks
//! and not a thousand threads.

mod answer;
mod client;
pub mod crypto;
pub mod frame;
pub mod handshake;
pub mod message;
mod peer;
mod schema;
mod server;

pub use crate::{
    answer::{BadLine, CallEvent, Event, Fault, ScriptError, UnknownMethod, UnknownName},
    client::{AnsweredBy, ClientInfo, Session},
    crypto::RsaKey,
    handshake::KeyFault,
    schema::{LayerError, OtherLayers, ValueName},
    server::{Builder, InMemory, InMemoryConnection, Mock},
};
