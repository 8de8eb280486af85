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

use typelang_parser::schema::{Combinator, CombinatorId, Type, TypeId};

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
use crate::parallel;
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
    let shards = || shards(tables, settings.file_limit.unwrap_or(FILE_LIMIT));
    let (shards, (uses, disagreements, named)) = parallel::both(shards, || {
        (Uses::new(tables.schema), Disagreements::new(tables), links::by_tl_name(tables))
    });
    let facts = Facts {
        tables,
        uses,
        shards: &shards,
        known: &settings.read.facts,
        named,
        docs_url: settings.docs_url.as_deref(),
        zeros: Zeros::new(tables, &inner_first),
        disagreements,
    };
    let all = all(&facts, refusals);
    let serde = (settings.serde != Serde::Never).then(|| serde::impls(tables, refusals));
    Items { all, shards, serde }
}

fn all(facts: &Facts<'_>, refusals: &mut Refusals) -> BTreeMap<ItemPath, Item> {
    let schema = facts.tables.schema;
    let structs = parallel::map(schema.combinators().collect(), |(id, combinator)| {
        let mut refusals = Refusals::default();
        (structure_item(facts, &mut refusals, id, combinator), refusals)
    });
    let enums = parallel::map(schema.types().collect(), |(id, ty)| {
        let mut refusals = Refusals::default();
        (type_item(facts, &mut refusals, id, ty), refusals)
    });
    let all = structs.into_iter().chain(enums);
    let items = all.filter_map(|(item, found)| {
        refusals.extend(found);
        item
    });
    items.collect()
}

/// Returns the item for a combinator, if it has one.
fn structure_item(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: CombinatorId,
    combinator: &Combinator,
) -> Option<(ItemPath, Item)> {
    let (path, item) = structure(facts, refusals, id, combinator)?;
    Some((path, Item::Struct(Box::new(item))))
}

/// Returns the item for a type, if it has one.
fn type_item(
    facts: &Facts<'_>,
    refusals: &mut Refusals,
    id: TypeId,
    ty: &Type,
) -> Option<(ItemPath, Item)> {
    match facts.tables.shapes.of(id) {
        Shape::Sum(path) => {
            let item = sum(facts, refusals, id, ty, path);
            Some((path.clone(), Item::Enum(Box::new(item))))
        }
        Shape::Opaque(path) => {
            Some((path.clone(), Item::Opaque(opaque(facts, refusals, id, ty, path))))
        }
        Shape::Builtin(_) | Shape::Extern(_) | Shape::Single(_) => None,
    }
}
