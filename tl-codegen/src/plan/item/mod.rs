//! The fourth pass: the items.

pub(crate) mod bounds;
pub(crate) mod cloning;
pub(crate) mod construction;
pub(crate) mod disagreement;
pub(crate) mod docs;
pub(crate) mod members;
pub(crate) mod serde;
pub(crate) mod shards;
pub(crate) mod stand_ins;
pub(crate) mod traits;
