//! The subcommands: each is a function from its arguments to an [`Outcome`](crate::Outcome).

pub mod check;
pub mod completions;
pub mod convert;
pub mod cost;
pub mod decode;
pub mod diff;
pub mod docs;
pub mod dump;
pub mod encode;
pub mod explain;
pub mod fmt;
pub mod generate;
pub mod id;
pub mod init;
pub mod man;
pub mod merge;
#[cfg(feature = "mock")]
pub mod mock;
pub mod random;
pub mod schema;
pub mod show;
pub mod translate;
pub mod update;
