//! The names of a schema's items.

use std::collections::BTreeSet;

use typelang_parser::Schema;

/// Returns the names of types and combinators and their namespaces.
pub(crate) fn item_names(schema: &Schema) -> BTreeSet<String> {
    let types = schema.types.iter().map(|ty| ty.name.as_str());
    let all = types.chain(schema.combinators.iter().map(|combinator| combinator.name.as_str()));
    all.flat_map(|name| {
        let namespaces = name.match_indices('.').map(|(dot, _)| name[..dot].to_owned());
        namespaces.chain([name.to_owned()])
    })
    .collect()
}
