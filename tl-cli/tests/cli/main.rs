//! The command as its users run it: a process with arguments, streams and an exit status.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

mod check;
mod compatible;
mod convert;
mod cost;
mod decode;
mod dialogue;
mod diff;
mod docs;
mod drift;
mod dump;
mod encode;
mod explain;
mod files;
mod fix;
mod fmt;
mod forms;
mod generate;
mod guide;
mod hostile;
mod id;
mod layer;
mod lints;
mod merge;
#[cfg(feature = "mock")]
mod mock;
mod printed;
mod random;

mod same;
mod settings_file;
mod shells;
mod support;
mod text;
mod translate;
mod update;
mod usage;
