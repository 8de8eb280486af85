//! The command as its users run it: a process with arguments, streams and an exit status.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod check;
mod convert;
mod cost;
mod decode;
mod docs;
mod drift;
mod dump;
mod encode;
mod explain;
mod files;
mod fmt;
mod generate;
mod id;
mod lints;
mod printed;
mod random;
mod readme;
mod same;
mod support;
mod usage;
