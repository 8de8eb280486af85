//! What `cargo xtask torture` tries with the code that it generates for random schemas.
//!
//! The generated driver says which types there are, and how their values are made field by field ([`Build`]) and compared
//! field by field ([`Same`]); all else is here, compiled once.

mod build;
mod clock;
mod damage;
mod report;
mod run;
mod same;
mod subject;
mod walker;
mod written;

pub use crate::{
    build::{Build, Maker, Pool},
    run::{Driver, main},
    same::Same,
    subject::{Family, Subject},
};

#[doc(hidden)]
pub use {serde_json, typelang_runtime};

/// The bytes of a value that serde has read.
#[doc(hidden)]
pub fn bytes_of<T: typelang_runtime::Encode>(value: &T) -> Result<Vec<u8>, String> {
    written::written(value)
}
