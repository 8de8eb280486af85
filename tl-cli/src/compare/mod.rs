//! Two schemas compared: what was added, removed and changed, with a verdict for each.

pub(crate) mod api;
pub(crate) mod change;
pub(crate) mod changes;
pub(crate) mod closure;
mod fields;
mod kinds;
#[cfg(test)]
mod neighbours;
pub(crate) mod verdict;
