//! The remaining type parameters: calls.
//!
//! Goldens: `wrappers`.

use std::collections::BTreeMap;

use typelang_parser::schema::{Combinator, Kind, Origin};

use crate::plan::model::{names, rust::Name};

/// Returns the names of a combinator's type parameters, by TL name.
pub(crate) fn by_tl_name(combinator: &Combinator) -> BTreeMap<&str, Name> {
    let params =
        combinator.vars.iter().filter(|var| var.origin == Origin::Param && var.kind == Kind::Type);
    names::params(&combinator.name, params.map(|var| var.name.as_str()))
}

/// Returns the type parameters, in the schema's order.
pub(crate) fn in_order(combinator: &Combinator) -> Vec<Name> {
    let names = by_tl_name(combinator);
    let params =
        combinator.vars.iter().filter(|var| var.origin == Origin::Param && var.kind == Kind::Type);
    params.filter_map(|var| names.get(var.name.as_str()).cloned()).collect()
}
