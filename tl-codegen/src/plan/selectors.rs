//! Which items a user's attribute is for.

use std::collections::BTreeSet;

use typelang_parser::Schema;

/// An attribute and the names that it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribute {
    /// `.` for everything, a TL name, or a TL namespace, which `.*` may follow.
    pub(crate) selector: String,
    /// `#[…]`
    pub(crate) text: String,
}

/// The attributes for the item with this TL name.
pub(crate) fn attributes(all: &[Attribute], tl: &str) -> Vec<String> {
    all.iter().filter(|one| selects(&one.selector, tl)).map(|one| one.text.clone()).collect()
}

/// Why selectors are for nothing in the schema, a line for each.
pub(crate) fn unmatched<'a>(
    schema: &Schema,
    selectors: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let names = names(schema);
    selectors
        .into_iter()
        .filter(|selector| !names.iter().any(|name| selects(selector, name)))
        .map(|selector| why_unmatched(selector, &names))
        .collect()
}

fn why_unmatched(selector: &str, names: &BTreeSet<&str>) -> String {
    let (stem, dots) = match selector.strip_suffix(".*") {
        Some(namespace) => (namespace, ".*"),
        None => (selector, ""),
    };
    if stem.contains('*') {
        return format!(
            "`{selector}`: a `*` stands for all of a namespace, as in `messages.*`, and for no part of a name"
        );
    }
    let why = format!("nothing in the schema is called `{selector}`");
    match nearest(stem, names) {
        Some(near) => format!("{why}; did you mean `{near}{dots}`?"),
        None => why,
    }
}

/// Whether `selector` is for the item with the name `tl`.
pub(crate) fn selects(selector: &str, tl: &str) -> bool {
    let namespace = selector.strip_suffix(".*").unwrap_or(selector);
    let in_namespace = || tl.strip_prefix(namespace).is_some_and(|rest| rest.starts_with('.'));
    selector == "." || selector == tl || in_namespace()
}

/// What can be selected by name: types, combinators and their namespaces.
fn names(schema: &Schema) -> BTreeSet<&str> {
    let types = schema.types.iter().map(|ty| ty.name.as_str());
    let all = types.chain(schema.combinators.iter().map(|combinator| combinator.name.as_str()));
    all.flat_map(|name| {
        let namespaces = name.match_indices('.').map(|(dot, _)| &name[..dot]);
        namespaces.chain([name])
    })
    .collect()
}

/// The name that differs least from `wrong`, when it differs in few letters.
pub(crate) fn nearest(wrong: &str, names: &BTreeSet<&str>) -> Option<String> {
    let distance =
        |name: &&&str| strsim::damerau_levenshtein(&wrong.to_lowercase(), &name.to_lowercase());
    let best = names.iter().min_by_key(distance)?;
    (distance(&best) <= 3).then(|| (*best).to_owned())
}
