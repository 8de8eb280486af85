//! Bytes walked by a compiled schema.

#![cfg(feature = "reflect")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot be set up has failed")]

mod random;
mod support;
mod walk;
