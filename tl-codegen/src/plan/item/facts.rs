//! What is known of all items before the first of them is decided.

use super::{
    construction::Zeros,
    disagreement::Disagreements,
    docs::{Docs, Uses},
    shards::Shards,
};
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::ItemPath;
use typelang_parser::docs_file::Methods;

/// What items are decided by.
pub(crate) struct Facts<'a> {
    pub(crate) tables: &'a Tables<'a>,
    pub(crate) uses: Uses,
    pub(crate) shards: &'a Shards,
    pub(crate) methods: &'a Methods,
    pub(crate) zeros: Zeros,
    pub(crate) disagreements: Disagreements,
}

impl Facts<'_> {
    /// What the docs of an item are written with.
    pub(crate) fn docs(&self, path: &ItemPath) -> Docs<'_, '_> {
        let Self { tables, uses, shards, methods, .. } = self;
        Docs { tables, uses, shards, methods, path: path.clone() }
    }
}
