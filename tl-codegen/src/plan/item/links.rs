//! Links between the docs of items, and to a separate reference.
//!
//! Goldens: `facts`, `docs`.

use std::collections::BTreeMap;

use super::shards::Shards;
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::{ItemPath, Space};
use crate::plan::shape::shapes::Shape;

/// Derive macros, which rustdoc would confuse with a struct of the same name.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// The items of a schema by their TL names; of several layers the newest counts.
pub(crate) fn by_tl_name<'a>(tables: &'a Tables<'_>) -> BTreeMap<&'a str, &'a ItemPath> {
    let (schema, shapes) = (tables.schema, tables.shapes);
    let types = schema.types().filter_map(|(id, ty)| match shapes.of(id) {
        Shape::Sum(path) | Shape::Opaque(path) => Some((ty.name.as_str(), path)),
        Shape::Single(only) => shapes.path(*only).map(|path| (ty.name.as_str(), path)),
        Shape::Builtin(_) | Shape::Extern(_) => None,
    });
    let combinators = schema.combinators();
    let combinators = combinators.filter_map(|(id, it)| Some((it.name.as_str(), shapes.path(id)?)));
    types.chain(combinators).collect()
}

/// A link to the item at `path` that works in the docs of the item at `from`.
pub(crate) fn link(shards: &Shards, from: &ItemPath, path: &ItemPath) -> String {
    let shown = below_space(path);
    match target(shards, from, path) {
        // What is shown is the path from here already, and rustdoc warns of saying it twice.
        target if target.trim_start_matches(kind(path)) == shown => format!("[`{target}`]"),
        target => format!("[`{shown}`]({target})"),
    }
}

/// The same, shown by the item's TL name.
pub(crate) fn link_named(shards: &Shards, from: &ItemPath, path: &ItemPath, tl: &str) -> String {
    let target = target(shards, from, path);
    if target == tl { format!("[`{tl}`]") } else { format!("[`{tl}`]({target})") }
}

/// What a link to the item at `path` is to in the docs of the item at `from`.
fn target(shards: &Shards, from: &ItemPath, path: &ItemPath) -> String {
    let shown = below_space(path);
    if is_in_reach(shards, from, path) && !shown.contains('#') {
        let kind = if DERIVES.contains(&path.name.as_str()) { kind(path) } else { "" };
        return format!("{kind}{shown}");
    }
    // In links `#` opens a fragment; keywords are found without.
    let target = path.to_string().replace("r#", "");
    let part = usize::from(shards.of(from).is_some());
    let depth = from.modules.len() + 1 + part;
    format!("{}{target}", "super::".repeat(depth))
}

/// What rustdoc takes an item for that other items share the name with.
fn kind(path: &ItemPath) -> &'static str {
    match path.space {
        Space::Enums => "enum@",
        Space::Functions | Space::Types => "struct@",
    }
}

/// The path without the space.
fn below_space(path: &ItemPath) -> String {
    let modules = path.modules.iter().map(|module| format!("{}::", module.as_str()));
    modules.chain([path.name.as_str().to_owned()]).collect()
}

/// Returns whether the path below the space also works from the docs' module; in a shard, only for the
/// shard's own items.
fn is_in_reach(shards: &Shards, from: &ItemPath, path: &ItemPath) -> bool {
    let part = shards.of(from);
    let is_beside = || path.modules.is_empty() && shards.of(path) == part;
    from.modules.is_empty() && from.space == path.space && (part.is_none() || is_beside())
}

/// Returns a link to the page of an item, by the user's pattern.
pub(crate) fn page(pattern: &str, kind: &str, name: &str) -> String {
    let url = pattern.replace("{kind}", kind).replace("{name}", name);
    format!("[Page in the reference]({url}).")
}
