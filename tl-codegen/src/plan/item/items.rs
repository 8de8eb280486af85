//! The table of the fourth pass: the items and their shards.
//!
//! Goldens: none, because it is a table.

use std::collections::BTreeMap;

use super::shards::Shards;
use crate::plan::model::{file::Item, rust::ItemPath, serde::SerdeImpls};

/// All items.
pub(crate) struct Items {
    pub(crate) all: BTreeMap<ItemPath, Item>,
    /// The shards of modules that are too large for one file.
    pub(crate) shards: Shards,
    /// The items that implement serde's traits, if any.
    pub(crate) serde: Option<SerdeImpls>,
}
