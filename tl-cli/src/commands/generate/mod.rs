//! `tl generate`: Rust for schemas.

pub mod command;
mod config;
pub mod flags;
mod manifest;
mod output;
