//! The table of the second pass: what each type and each combinator becomes.
//!
//! Goldens: none, because it is a table.

use super::{cycles::Cycles, shapes::Shapes};

/// The shapes, and what is known of the types that hold each other.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) shapes: Shapes,
    pub(crate) cycles: Cycles,
    /// How deep the shallowest value of each combinator is; the most where no value is finite.
    pub(crate) depths: Vec<u32>,
}
