//! Writes Rust for schemas in TL, the Type Language of MTProto.
//!
//! [`Config`] is the way in: [`Config::compile`] from a build script, [`Config::generate`] for text in memory,
//! [`Config::check`] for committed output.

mod call;
mod config;
mod docs_file;
mod emit;
mod error;
mod faults;
mod generate;
mod library;
mod markdown;
mod output;
pub mod plan;
mod print;
mod queries;
mod refusals;
mod replace;
mod select;
mod staging;
mod warnings;

pub use typelang_parser::{Dialect, Sources, report::MaxReports};

pub use crate::{
    call::Mistake,
    config::{Config, Text},
    error::Error,
    faults::Faults,
    output::{Drift, Output, Written},
    plan::Serde,
    replace::replace_file,
    select::{cost::Cost, extent::Extent},
};
