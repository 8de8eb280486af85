//! Examples with their expected values. `build.rs` writes them.

#![allow(clippy::let_and_return, reason = "examples are compiled as they are written")]

use typelang_runtime::reflect::{Malformed, Schema};

pub mod small {
    //! The code for `schema.tl`.
    typelang_runtime::include_tl!();
}

/// A compiled example.
#[derive(Clone, Copy, Debug)]
pub struct Compiled {
    /// The TL name of the method or constructor.
    pub name: &'static str,
    /// Whether it belongs to `schema.tl` and not to Telegram's schema.
    pub is_small: bool,
    /// The same value as JSON.
    pub json: &'static str,
    /// The bytes of the example.
    pub bytes: fn() -> Vec<u8>,
}

include!(concat!(env!("OUT_DIR"), "/examples.rs"));

/// Returns the schemas: Telegram's, and the small one.
pub fn schemas() -> Result<[Schema; 2], Malformed> {
    let telegram = include_bytes!("../../../generated/schema.tlo");
    let small = include_bytes!(concat!(env!("OUT_DIR"), "/tl/schema.tlo"));
    Ok([Schema::from_tlo(telegram)?, Schema::from_tlo(small)?])
}
