//! Names that a later layer gave to something else.
//!
//! A secret chat's schema has the constructors of all layers, each below the mark of the layer it came with, and a name
//! may come again. It is the newest one's; each of the others has the number of its layer behind it. What stands above
//! all marks is of layer 0.
//!
//! Goldens: `layers`.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Combinator, CombinatorId},
    syntax::Role,
};

/// The layer behind the name of each combinator whose name belongs to that of a later layer.
pub(crate) fn superseded(schema: &Schema) -> BTreeMap<CombinatorId, u32> {
    let mut newest = BTreeMap::new();
    for combinator in &schema.combinators {
        let layer = newest.entry(key(combinator)).or_insert(combinator.layer);
        *layer = combinator.layer.max(*layer);
    }
    let is_older = |combinator: &Combinator| combinator.layer < newest[&key(combinator)];
    let older = schema.combinators().filter(|(_, combinator)| is_older(combinator));
    older.map(|(id, combinator)| (id, combinator.layer.unwrap_or_default())).collect()
}

fn key(combinator: &Combinator) -> (Role, &str) {
    (combinator.role, &combinator.name)
}
