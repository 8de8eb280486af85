//! Limits on nesting in JSON.

/// The maximum nesting of objects: more than [`Options::DEFAULT`](crate::Options::DEFAULT) allows for reading, and less
/// than half of a stack of 2 MiB holds without optimization.
pub(super) const LEVELS: usize = 160;

/// The maximum nesting of JSON: a list in each object is a level of its own.
pub(super) const DEPTH: usize = 2 * LEVELS;
