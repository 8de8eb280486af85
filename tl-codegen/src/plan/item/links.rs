//! Links between the docs of items, and to a reference elsewhere.
//!
//! Goldens: `facts`, `docs`.

use super::shards::Shards;
use crate::plan::model::rust::{ItemPath, Space};

/// Derive macros, with which rustdoc would confuse a struct of the name.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// A link to the item at `path` that works in the docs of the item at `from`.
pub(crate) fn link(shards: &Shards, from: &ItemPath, path: &ItemPath) -> String {
    let mut shown = String::new();
    path.modules.iter().for_each(|module| shown = format!("{shown}{}::", module.as_str()));
    let name = path.name.as_str();
    if is_in_reach(shards, from, path) && !shown.contains('#') {
        // What is shown is the path from here already, and rustdoc warns of saying it twice.
        let kind = match path.space {
            Space::Enums => "enum@",
            Space::Functions | Space::Types => "struct@",
        };
        let kind = if DERIVES.contains(&name) { kind } else { "" };
        return format!("[`{kind}{shown}{name}`]");
    }
    let shown = format!("[`{shown}{name}`]");
    // In links `#` opens a fragment; keywords are found without.
    let target = path.to_string().replace("r#", "");
    let part = usize::from(shards.of(from).is_some());
    let depth = from.modules.len() + 1 + part;
    format!("{shown}({}{target})", "super::".repeat(depth))
}

/// Whether the path below the space is one from the docs' module: in a part it is for the part's own items.
fn is_in_reach(shards: &Shards, from: &ItemPath, path: &ItemPath) -> bool {
    let part = shards.of(from);
    let is_beside = || path.modules.is_empty() && shards.of(path) == part;
    from.modules.is_empty() && from.space == path.space && (part.is_none() || is_beside())
}

/// A link to the page of an item, by the user's pattern.
pub(crate) fn page(pattern: &str, kind: &str, name: &str) -> String {
    let url = pattern.replace("{kind}", kind).replace("{name}", name);
    format!("[Page in the reference]({url}).")
}
