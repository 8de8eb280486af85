//! Bytes walked by a compiled schema.

#![cfg(feature = "reflect")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

#[cfg(feature = "json")]
mod json;
mod opaque;
#[cfg(feature = "random")]
mod random;
mod support;
#[cfg(all(feature = "layers", feature = "random"))]
mod translate;
mod walk;
