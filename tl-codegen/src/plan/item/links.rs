//! Links between the docs of items, and to a separate reference.
//!
//! Goldens: `facts`, `docs`.

use super::shards::Shards;
use crate::plan::model::rust::{ItemPath, Space};

/// Derive macros, which rustdoc would confuse with a struct of the same name.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Returns a link to the item at `path` that works in the docs of the item at `from`.
pub(crate) fn link(shards: &Shards, from: &ItemPath, path: &ItemPath) -> String {
    let mut shown = String::new();
    path.modules.iter().for_each(|module| shown = format!("{shown}{}::", module.as_str()));
    let name = path.name.as_str();
    if is_in_reach(shards, from, path) && !shown.contains('#') {
        // The text is already the path from here, and rustdoc warns about repeating it.
        let kind = match path.space {
            Space::Enums => "enum@",
            Space::Functions | Space::Types => "struct@",
        };
        let kind = if DERIVES.contains(&name) { kind } else { "" };
        return format!("[`{kind}{shown}{name}`]");
    }
    let shown = format!("[`{shown}{name}`]");
    // In links, `#` starts a fragment; keywords are found without it.
    let target = path.to_string().replace("r#", "");
    let part = usize::from(shards.of(from).is_some());
    let depth = from.modules.len() + 1 + part;
    format!("{shown}({}{target})", "super::".repeat(depth))
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
