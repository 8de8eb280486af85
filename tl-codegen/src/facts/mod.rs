//! Facts about a schema beyond its text and its docs.

pub(crate) mod known;
mod layers;
pub(crate) mod tables;
