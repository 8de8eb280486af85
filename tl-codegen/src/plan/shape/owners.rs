//! Decides which types and combinators are not `Copy` in an arena: those that hold one of the runtime's own types,
//! which allocate.
//!
//! Goldens: `arena_library`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::Schema;

use super::holders::{Holders, holders};

/// Where the runtime's own types are.
pub(crate) const LIBRARY: &str = "::typelang_runtime::";

/// Finds what owns memory; your own types must be `Copy`.
pub(crate) fn owners(schema: &Schema, externs: &BTreeMap<String, String>) -> Holders {
    let is_library = |name: &str| externs.get(name).is_some_and(|path| path.starts_with(LIBRARY));
    let types = schema.types().filter(|(_, ty)| is_library(&ty.name)).map(|(id, _)| id);
    holders(schema, externs, types, &BTreeSet::new())
}
