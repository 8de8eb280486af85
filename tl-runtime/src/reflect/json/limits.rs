//! How deep JSON may nest.

/// How deep objects may nest: deeper than [`Options::DEFAULT`](crate::Options::DEFAULT) lets values that are read, and less
/// deep than half of a thread's stack of 2 MiB takes without optimisation.
pub(super) const LEVELS: usize = 160;

/// How deep JSON may nest: a list in each object is a level of its own.
pub(super) const DEPTH: usize = 2 * LEVELS;
