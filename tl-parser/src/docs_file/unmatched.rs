//! What docs files say something of and no schema has.

use std::collections::BTreeSet;

use super::{
    apply::Part,
    file::{Entry, Place},
    method::Method,
    places::field_names,
};
use crate::nearest::nearest;

/// More names that no schema has are counted, not listed.
const LIST_LIMIT: usize = 10;

/// An entry, or a field of one, that no schema has.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unmatched {
    at: Place,
    message: String,
    unknown: Unknown,
}

/// An unknown name, for which the user may have meant another one.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    /// All names are known.
    Nothing,
    /// The name of an item.
    Item(String),
    /// The name of a field of an item.
    Field { item: String, name: String },
}

/// What an entry says something of and none of the schemas has.
pub(super) fn unmatched(parts: &[Part<'_>], name: &str, entry: &Entry) -> Vec<Unmatched> {
    if !parts.iter().any(|part| part.places.has(name)) {
        let message = format!("nothing in the schema is called `{name}`");
        let unknown = Unknown::Item(name.to_owned());
        return vec![Unmatched { at: entry.place, message, unknown }];
    }
    let mut found = Vec::new();
    let fields = fields_of(parts, name);
    for (field, said) in entry.fields.iter().filter(|(field, _)| !fields.contains(field.as_str())) {
        let message = format!("`{name}` has no field `{field}`");
        let unknown = Unknown::Field { item: name.to_owned(), name: field.clone() };
        found.push(Unmatched { at: said.place, message, unknown });
    }
    if entry.method != Method::default() && !parts.iter().any(|part| part.has_method(name)) {
        let message = format!("`{name}` is not a method, so it has no callers and no errors");
        found.push(Unmatched { at: entry.place, message, unknown: Unknown::Nothing });
    }
    found
}

/// A line for each, with a suggestion; behind a limit they are counted.
pub(super) fn unmatched_lines(
    parts: &[Part<'_>],
    file: &str,
    mut found: Vec<Unmatched>,
) -> Vec<String> {
    found.sort();
    let more = found.len().saturating_sub(LIST_LIMIT);
    found.truncate(LIST_LIMIT);
    // Only what is listed gets a suggestion: each search reads all names.
    let suggesting = if found.is_empty() { &[] } else { parts };
    let names: BTreeSet<&str> =
        suggesting.iter().flat_map(|part| part.places.item_names()).collect();
    let line = |Unmatched { at, message, unknown }| {
        let near = match &unknown {
            Unknown::Nothing => None,
            Unknown::Item(name) => nearest(name, names.iter().copied()),
            Unknown::Field { item, name } => nearest(name, fields_of(parts, item)),
        };
        format!("{file}:{at}: {message}{}", hint(near))
    };
    let mut lines: Vec<String> = found.into_iter().map(line).collect();
    match more {
        0 => {}
        1 => lines.push(format!("{file}: 1 more name is not in the schema")),
        _ => lines.push(format!("{file}: {more} more names are not in the schema")),
    }
    lines
}

/// The fields of all that have a name.
fn fields_of<'p>(parts: &'p [Part<'_>], item: &str) -> BTreeSet<&'p str> {
    let fields = parts.iter().map(|part| field_names(part.schema, part.places.combinators(item)));
    fields.flatten().collect()
}

fn hint(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
