//! Facts about all items, collected before the first item is decided.
//!
//! Goldens: none, because it is a table.

use std::collections::BTreeMap;

use super::{
    construction::Zeros, disagreement::Disagreements, docs::Docs, shards::Shards, uses::Uses,
};
use crate::facts::known;
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::ItemPath;

/// The context in which items are decided.
pub(crate) struct Facts<'a> {
    pub(crate) tables: &'a Tables<'a>,
    pub(crate) uses: Uses,
    pub(crate) shards: &'a Shards,
    /// Facts beyond the schema.
    pub(crate) known: &'a known::Facts,
    /// The items by their TL names.
    pub(crate) named: BTreeMap<&'a str, &'a ItemPath>,
    /// The pattern of links to a reference.
    pub(crate) docs_url: Option<&'a str>,
    pub(crate) zeros: Zeros,
    pub(crate) disagreements: Disagreements,
}

impl Facts<'_> {
    /// Returns the context of an item's docs.
    pub(crate) fn docs(&self, path: &ItemPath) -> Docs<'_, '_> {
        let Self { tables, uses, shards, known, named, docs_url, .. } = self;
        Docs { tables, uses, shards, facts: known, named, url: *docs_url, path: path.clone() }
    }
}
