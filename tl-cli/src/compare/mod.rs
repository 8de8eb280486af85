//! Two schemas compared: what was added, removed and changed, with a verdict for each.

pub(crate) mod change;
pub(crate) mod changes;
mod fields;
mod kinds;
pub(crate) mod verdict;
