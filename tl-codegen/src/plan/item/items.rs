//! The table of the fourth pass: the items and their shards.
//!
//! Goldens: none, because it is a table.

use super::shards::Shards;
use crate::plan::model::{file::Item, rust::ItemPath, serde::SerdeImpls};
use typelang_parser::ordered::Map;

/// All items.
pub(crate) struct Items {
    pub(crate) all: Map<ItemPath, Item>,
    /// The shards of modules that are too large for one file.
    pub(crate) shards: Shards,
    /// The items that implement serde's traits, if any.
    pub(crate) serde: Option<SerdeImpls>,
}
