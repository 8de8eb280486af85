//! The root's constants.
//!
//! Goldens: `layers`, `nulls`, `ton`.

use std::collections::BTreeMap;

use typelang_parser::{Dialect, Schema};

use crate::plan::model::file::{Embedding, Table};
use crate::queries::has_free_bits;

/// Returns the layer, which is the highest layer mark if none is stated, and the names by id. If names share
/// an id, the alphabetically first one is listed.
pub(crate) fn table(schema: &Schema, reflects: bool) -> Table {
    let mut names: BTreeMap<u32, &str> = BTreeMap::new();
    for combinator in schema.combinators.iter().filter(|combinator| !combinator.builtin) {
        let name = names.entry(combinator.id).or_insert(&combinator.name);
        *name = (*name).min(combinator.name.as_str());
    }
    let names = names.into_iter().map(|(id, name)| (id, name.to_owned())).collect();
    let marked = schema.combinators.iter().filter_map(|combinator| combinator.layer).max();
    let embedding = match schema.dialect {
        Dialect::Tdlib => Embedding::Tdlib,
        dialect if has_free_bits(dialect) => Embedding::KeepingFreeBits,
        _ => Embedding::Plain,
    };
    Table { layer: schema.layer.or(marked), names, reflects, embedding }
}
