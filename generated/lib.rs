//! Telegram's API, MTProto and secret chats as Rust types.
//!
//! [`types`] holds constructors, [`enums`] types with several constructors, and [`functions`] methods; each has a module
//! for every namespace of the schema. With the feature `mtproto` a module of that name holds the same three for the
//! protocol below the API; its containers, answers and packed values are the runtime's own,
//! [`typelang_runtime::mtproto`]. With the feature `secret` the module `secret` has what secret chats encrypt: where
//! layers of the chat differ, `DecryptedMessage` is the newest layer's and `DecryptedMessage8` that of layer 8. A method is a struct that implements `Function`, whose `Response` is what the method
//! returns.
//!
//! ```
//! use typelang_telegram::{LAYER, functions, types};
//! use typelang_runtime::{Decode, Encode, Function};
//!
//! let request = functions::InvokeWithLayer { layer: LAYER, query: functions::help::GetConfig {} };
//! assert_eq!(request.to_bytes().len(), 12);
//!
//! /// The response is that of the innermost method.
//! fn ask<F: Function<Response = types::Config>>(_: &F) {}
//! ask(&request);
//! ```
//!
//! The module [`errors`] has a constant for each known RPC error.
//!
//! | feature | effect |
//! |---|---|
//! | `conversions` (default) | `TryFrom` and `as_…`, from an enum to the fields of a constructor |
//! | `method-traits` (default) | `Debug`, `Clone`, `PartialEq` and `Eq` for methods |
//! | `reflect` (default) | `Debug` in the schema's names, and paths in errors |
//! | `mtproto` | the protocol below the API |
//! | `secret` | what secret chats encrypt |
//! | `server` | methods can be decoded |
//! | `serde` | serde's traits for all types |
//! | `gzip` | `gzip_packed` is packed and unpacked, by [`typelang_runtime::mtproto`]; needs `std` |
//! | `from-schema` | the build script generates the code from the schemas, instead of using the committed one |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![forbid(unsafe_code)]

#[cfg(not(feature = "from-schema"))]
#[path = "mod.rs"]
#[rustfmt::skip]
mod generated;

#[cfg(feature = "from-schema")]
mod generated {
    typelang_runtime::include_tl!();
}

#[rustfmt::skip]
pub mod errors;

#[cfg(feature = "mtproto")]
pub use crate::generated::mtproto;
#[cfg(feature = "secret")]
pub use crate::generated::secret;
pub use crate::generated::*;

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("README.md")]
struct Readme;
