//! TON's APIs as Rust types.
//!
//! | module | schema | what it is for |
//! |---|---|---|
//! | `lite` | `lite_api.tl` | what clients ask lite servers |
//! | `node` | `ton_api.tl` | what nodes tell each other: ADNL, DHT, overlays, validators |
//! | `tonlib` | `tonlib_api.tl` | the API of TON's client library |
//! | `borrowed` | all three | the same, with text and bytes as slices of the input |
//!
//! Each has `types` for constructors, `enums` for types with several constructors, and `functions` for methods. Each
//! module is a feature; `lite` is on by default. So is `reflect`: `Debug` in the schema's names, and paths in errors.
//! The feature `serde` adds serde's traits for the types that own their bytes.
//!
//! ```
//! use typelang_runtime::{Encode, Function};
//! use typelang_ton::lite::{functions::lite_server, types::lite_server::CurrentTime};
//!
//! let call = lite_server::GetTime {};
//! let query = lite_server::Query { data: call.to_bytes() };
//! assert_eq!(query.to_bytes()[..4], 0x798c_06df_u32.to_le_bytes());
//!
//! let reply = CurrentTime { now: 1_700_000_000 }.to_bytes();
//! assert_eq!(call.read_response(&reply)?.now, 1_700_000_000);
//! # Ok::<(), typelang_runtime::Error>(())
//! ```

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;

pub use crate::generated::*;

/// The same schemas, with text and bytes as slices of the input.
#[cfg(feature = "borrowed")]
#[path = "../borrowed/mod.rs"]
#[rustfmt::skip]
pub mod borrowed;

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
