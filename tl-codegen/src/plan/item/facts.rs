//! Facts about all items, collected before the first item is decided.
//!
//! Goldens: none, because it is a table.

use std::collections::BTreeMap;

use typelang_parser::{docs_file::Caller, schema::Combinator, syntax::Role};

use super::{
    construction::Zeros, disagreement::Disagreements, docs::Docs, shards::Shards, uses::Uses,
};
use crate::facts::known::{self, First};
use crate::plan::field::tables::Tables;
use crate::plan::model::{item::KnownOf, rust::ItemPath};

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
    /// Returns the facts about a function.
    pub(crate) fn known_of(&self, combinator: &Combinator) -> KnownOf {
        if combinator.role == Role::Constructor {
            return KnownOf::default();
        }
        let since = self.known.since.item(&combinator.name).map(First::seen);
        let Some(known) = self.known.methods.get(&combinator.name) else {
            return KnownOf { since, ..KnownOf::default() };
        };
        let is_sure = |caller: &&Caller| !known.disputed.contains(caller);
        let callers = known.callers.iter().filter(is_sure).map(|caller| bit(*caller));
        let errors = known.errors.iter().cloned().collect();
        KnownOf { errors, callers: callers.fold(0, |all, bit| all | bit), since }
    }

    /// Returns the context of an item's docs.
    pub(crate) fn docs(&self, path: &ItemPath) -> Docs<'_, '_> {
        let Self { tables, uses, shards, known, named, docs_url, .. } = self;
        Docs { tables, uses, shards, facts: known, named, url: *docs_url, path: path.clone() }
    }
}

/// Returns the bit of a caller in the runtime's `Callers`.
fn bit(caller: Caller) -> u8 {
    match caller {
        Caller::Users => 1,
        Caller::Bots => 2,
        Caller::Business => 4,
        Caller::Anyone => 8,
    }
}
