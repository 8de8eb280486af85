//! The tests that `cargo xtask torture` runs on the code that it generates for random schemas.
//!
//! The generated driver lists the types, and makes ([`Build`]) and compares ([`Same`]) their values field by
//! field; the rest is here and compiled once.

mod build;
mod clock;
mod damage;
mod layered;
mod report;
mod run;
mod same;
mod subject;
mod walker;
mod written;

pub use crate::{
    build::{Build, Maker, Pool},
    layered::Newer,
    run::{Driver, main},
    same::Same,
    subject::{Family, Subject},
};

#[doc(hidden)]
pub use {serde_json, typelang_runtime};

/// The value of a seed.
#[doc(hidden)]
#[must_use]
pub fn made<'a, T: Build<'a>>(seed: u64, pool: &'a Pool) -> T {
    Maker::new(&mut fastrand::Rng::with_seed(seed), pool).make()
}

/// The bytes of a value that serde has read.
#[doc(hidden)]
pub fn bytes_of<T: typelang_runtime::Encode>(value: &T) -> Result<Vec<u8>, String> {
    written::written(value)
}
