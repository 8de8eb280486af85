//! `tl diff`: what changed between two schemas, and what it means.

pub(crate) mod changelog;
pub mod command;
pub mod fail_on;
pub(crate) mod input;
pub(crate) mod lines;
pub(crate) mod markdown;
pub(crate) mod only;
pub(crate) mod text;
