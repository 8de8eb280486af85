//! `TDLib`'s objects and methods as Rust types, and the JSON that `TDLib` speaks.
//!
//! [`types`] holds constructors, [`enums`] types with several constructors, and [`functions`] methods. All have serde's
//! traits, in `TDLib`'s form: `@type`, `int64` as strings, bytes as base64. [`request`] writes a call with its
//! `@extra`, and [`Incoming`] sorts what comes back.
//!
//! ```
//! use typelang_td::{Received, enums::OptionValue, functions::GetOption, request};
//!
//! let call = GetOption { name: "version".to_owned() };
//! assert_eq!(request(&call, None)?, r#"{"@type":"getOption","name":"version"}"#);
//!
//! let received = Received::parse(r#"{"@type":"optionValueString","value":"1.8.61"}"#)?;
//! match received.answer_to(&call)? {
//!     OptionValue::String(version) => assert_eq!(version.value, "1.8.61"),
//!     other => panic!("{other:?}"),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The types have TL bytes too, which the runtime uses and `TDLib` never sees.

#![no_std]

extern crate alloc;

#[path = "../generated/mod.rs"]
#[rustfmt::skip]
mod generated;
mod incoming;

pub use crate::{generated::*, incoming::Incoming};
pub use typelang_runtime::tdlib::{AnswerError, Received, TdError, request};

/// The README's block is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
