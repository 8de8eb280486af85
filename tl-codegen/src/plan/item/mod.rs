//! The fourth pass: decides the items.

pub(crate) mod bounds;
pub(crate) mod cloning;
pub(crate) mod construction;
pub(crate) mod disagreement;
pub(crate) mod docs;
pub(crate) mod enums;
pub(crate) mod facts;
pub(crate) mod items;
pub(crate) mod links;
pub(crate) mod members;
pub(crate) mod method_docs;
pub(crate) mod serde;
pub(crate) mod shards;
pub(crate) mod stand_ins;
pub(crate) mod structs;
pub(crate) mod tl_block;
pub(crate) mod traits;
pub(crate) mod uses;

use std::collections::BTreeMap;

use self::{
    construction::Zeros,
    disagreement::Disagreements,
    enums::{opaque, sum},
    facts::Facts,
    items::Items,
    shards::{FILE_LIMIT, shards},
    stand_ins::refuse_many,
    structs::structure,
    uses::Uses,
};
use crate::plan::field::tables::Fielded;
use crate::plan::model::{file::Item, rust::ItemPath};
use crate::plan::shape::shapes::Shape;
use crate::refusals::Refusals;
use crate::request::settings::{Serde, Settings};

/// Decides the items for all combinators and types.
pub(crate) fn items(fielded: &Fielded<'_>, settings: &Settings, refusals: &mut Refusals) -> Items {
    let tables = &fielded.tables();
    let inner_first = tables.cycles.inner_first();
    refuse_many(tables, &inner_first, refusals);
    bounds::refuse(tables, refusals);
    let shards = shards(tables, settings.file_limit.unwrap_or(FILE_LIMIT));
    let facts = Facts {
        tables,
        uses: Uses::new(tables.schema),
        shards: &shards,
        known: &settings.read.facts,
        named: links::by_tl_name(tables),
        docs_url: settings.docs_url.as_deref(),
        zeros: Zeros::new(tables, &inner_first),
        disagreements: Disagreements::new(tables),
    };
    let all = all(&facts, refusals);
    let serde = (settings.serde != Serde::Never).then(|| serde::impls(tables, refusals));
    Items { all, shards, serde }
}

fn all(facts: &Facts<'_>, refusals: &mut Refusals) -> BTreeMap<ItemPath, Item> {
    let tables = facts.tables;
    let mut items: BTreeMap<ItemPath, Item> = BTreeMap::new();
    for (id, combinator) in tables.schema.combinators() {
        if let Some((path, item)) = structure(facts, refusals, id, combinator) {
            items.insert(path, Item::Struct(Box::new(item)));
        }
    }
    for (id, ty) in tables.schema.types() {
        match tables.shapes.of(id) {
            Shape::Sum(path) => {
                let item = sum(facts, refusals, id, ty, path);
                items.insert(path.clone(), Item::Enum(Box::new(item)));
            }
            Shape::Opaque(path) => {
                items.insert(path.clone(), Item::Opaque(opaque(facts, refusals, id, ty, path)));
            }
            Shape::Builtin(_) | Shape::Extern(_) | Shape::Single(_) => {}
        }
    }
    items
}
