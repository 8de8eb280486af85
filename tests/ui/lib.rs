//! The compiler's messages for mistakes in using generated code; see `cases/`.
//!
//! The code is the golden `mistakes`, so that the cases need no build script.

#[rustfmt::skip]
#[path = "../golden/src/mistakes/mod.rs"]
mod schema;

pub use schema::*;
