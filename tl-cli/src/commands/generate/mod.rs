//! `tl generate`: Rust for schemas.

pub mod command;
pub mod flags;
mod input;
mod manifest;
mod output;
pub(crate) mod settings_file;
