//! Reading bytes: primitive values, limits and faults.

#[cfg(feature = "bumpalo")]
pub(crate) mod arena;
mod elements;
pub(crate) mod error;
pub(crate) mod of_layer;
pub(crate) mod options;
pub(crate) mod reader;
#[cfg(feature = "bytes")]
mod shared;
mod string;
