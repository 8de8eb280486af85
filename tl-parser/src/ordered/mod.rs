//! Maps and sets in the order of their keys, for the generator.
//!
//! They do what those of the standard library do, and are cheaper to compile: of these, each pair of types makes thousands of
//! lines of code, which were half of the generator's, and build scripts wait for them. Here only comparisons depend on the types.

mod map;
mod set;
mod tree;

pub use map::{Entry, Map};
pub use set::Set;
