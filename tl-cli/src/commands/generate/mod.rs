//! `tl generate`: Rust for schemas.

pub mod command;
pub mod flags;
mod input;
pub(crate) mod manifest;
mod output;
pub(crate) mod settings_file;
