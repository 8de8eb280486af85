//! The table of the second pass: the shape of each type and combinator.
//!
//! Goldens: none, because it is a table.

use super::{cycles::Cycles, holders::Holders, shapes::Shapes};

/// The shapes, and the cycles of types.
#[derive(Debug)]
pub(crate) struct Shaped {
    pub(crate) shapes: Shapes,
    pub(crate) cycles: Cycles,
    /// The depth of the shallowest value of each combinator; the maximum if no value is finite.
    pub(crate) depths: Vec<u32>,
    /// What owns memory although other values lie in an arena.
    pub(crate) owners: Holders,
}
