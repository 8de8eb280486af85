//! Reading bytes: primitive values, limits and faults.

pub(crate) mod error;
pub(crate) mod options;
pub(crate) mod reader;
#[cfg(feature = "bytes")]
mod shared;
mod string;
mod vector;
