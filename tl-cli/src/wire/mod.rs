//! Bytes on the wire: what the subcommands that read and write them share.

pub(crate) mod annotate;
pub(crate) mod batch;
pub(crate) mod digits;
pub(crate) mod explained;
mod fields;
pub(crate) mod guess;
pub(crate) mod progress;
pub(crate) mod schemas;
pub(crate) mod side;
pub(crate) mod source;
pub(crate) mod stream;
