//! Names that a later layer reuses.
//!
//! The schema of secret chats has the constructors of all layers, each below its layer mark, and may repeat a
//! name. The newest combinator gets the plain name; the others get the number of their layer as a suffix.
//! Declarations above all marks are in layer 0.
//!
//! Goldens: `layers`.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Combinator, CombinatorId},
    syntax::Role,
};

/// Returns the layer of each combinator whose name belongs to a combinator of a later layer.
pub(crate) fn superseded(schema: &Schema) -> BTreeMap<CombinatorId, u32> {
    if schema.combinators.iter().all(|combinator| combinator.layer.is_none()) {
        return BTreeMap::new();
    }
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
