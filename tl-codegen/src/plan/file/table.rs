//! The root's constants.
//!
//! Goldens: `layers`, `ton`, `unknown`.

use std::collections::BTreeMap;

use typelang_parser::Schema;

use crate::plan::item::items::Items;
use crate::plan::model::file::{Item, Table};
use crate::queries::has_free_bits;

/// Returns the names of the types whose enums have a variant for values of other layers.
fn unknown(items: &Items) -> Vec<String> {
    let names = items.all.values().filter_map(|item| match item {
        Item::Enum(item) => item.unknown.as_ref().map(|_| item.tl_name.clone()),
        _ => None,
    });
    names.collect()
}

/// Returns the layer, which is the highest layer mark if none is stated, and the names by id. If names share
/// an id, the alphabetically first one is listed.
pub(crate) fn table(schema: &Schema, items: &Items, reflects: bool) -> Table {
    let mut names: BTreeMap<u32, &str> = BTreeMap::new();
    for combinator in schema.combinators.iter().filter(|combinator| !combinator.builtin) {
        let name = names.entry(combinator.id).or_insert(&combinator.name);
        *name = (*name).min(combinator.name.as_str());
    }
    let names = names.into_iter().map(|(id, name)| (id, name.to_owned())).collect();
    let marked = schema.combinators.iter().filter_map(|combinator| combinator.layer).max();
    let keeps_bits = has_free_bits(schema.dialect);
    Table { layer: schema.layer.or(marked), names, reflects, keeps_bits, unknown: unknown(items) }
}
