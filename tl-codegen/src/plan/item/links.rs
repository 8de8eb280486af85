//! Links between the docs of items, and to a separate reference.
//!
//! Goldens: `facts`, `docs`.

use std::collections::BTreeMap;

use super::shards::Shards;
use crate::plan::field::tables::Tables;
use crate::plan::model::rust::{ItemPath, Name, Space};
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

/// The bytes of a usual link.
const LINK: usize = 96;

/// A link to the item at `path` that works in the docs of the item at `from`.
pub(crate) fn link(shards: &Shards, from: &ItemPath, path: &ItemPath) -> String {
    let mut link = String::with_capacity(LINK);
    link.push_str("[`");
    if is_in_reach(shards, from, path) {
        // What is shown is the path from here already, and rustdoc warns of saying it twice.
        link.push_str(kind(path));
        below_space(path, &mut link);
        link.push_str("`]");
    } else {
        below_space(path, &mut link);
        link.push_str("`](");
        from_above(shards, from, path, &mut link);
        link.push(')');
    }
    link
}

/// The same, shown by the item's TL name.
pub(crate) fn link_named(shards: &Shards, from: &ItemPath, path: &ItemPath, tl: &str) -> String {
    let mut target = String::with_capacity(LINK);
    if is_in_reach(shards, from, path) {
        target.push_str(kind(path));
        below_space(path, &mut target);
    } else {
        from_above(shards, from, path, &mut target);
    }
    if target == tl { format!("[`{tl}`]") } else { format!("[`{tl}`]({target})") }
}

/// Adds the path to an item from the docs of the item at `from`, by the module around the spaces.
fn from_above(shards: &Shards, from: &ItemPath, path: &ItemPath, link: &mut String) {
    let part = usize::from(shards.of(from).is_some());
    (0..=from.modules.len() + part).for_each(|_| link.push_str("super::"));
    link.push_str(path.space.module());
    for name in path.modules.iter().chain([&path.name]) {
        link.push_str("::");
        // In links `#` opens a fragment; keywords are found without.
        link.push_str(name.word());
    }
}

/// The kind that tells rustdoc an item from a derive macro of the same name.
fn kind(path: &ItemPath) -> &'static str {
    match path.space {
        _ if !DERIVES.contains(&path.name.as_str()) => "",
        Space::Enums => "enum@",
        Space::Functions | Space::Types => "struct@",
    }
}

/// Adds the path without the space.
fn below_space(path: &ItemPath, link: &mut String) {
    for module in path.modules.iter() {
        link.push_str(module.as_str());
        link.push_str("::");
    }
    link.push_str(path.name.as_str());
}

/// Returns whether the path below the space also works in the docs' module; in a shard, only for the shard's own items.
/// A path with a keyword does not.
fn is_in_reach(shards: &Shards, from: &ItemPath, path: &ItemPath) -> bool {
    let is_beside = || match shards.of(from) {
        None => true,
        part => path.modules.is_empty() && shards.of(path) == part,
    };
    let is_raw = |name: &Name| name.word() != name.as_str();
    from.modules.is_empty()
        && from.space == path.space
        && !path.modules.iter().chain([&path.name]).any(is_raw)
        && is_beside()
}

/// Returns a link to the page of an item, by the user's pattern.
pub(crate) fn page(pattern: &str, kind: &str, name: &str) -> String {
    let url = pattern.replace("{kind}", kind).replace("{name}", name);
    format!("[Page in the reference]({url}).")
}
