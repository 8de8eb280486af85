//! The addresses of the pages of a schema.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeId},
    syntax::Role,
};

use super::link::Page;

/// Names that some systems reserve for devices; `com1` to `com9` and `lpt1` to `lpt9` are reserved too.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The pages of a schema's items.
#[derive(Clone, Debug)]
pub(super) struct Addresses {
    combinators: Vec<Page>,
    types: Vec<Page>,
    /// By name; empty for items without a namespace.
    namespaces: BTreeMap<String, Page>,
}

impl Addresses {
    /// Chooses pages below `folder`, which is empty or ends with `/`.
    #[must_use]
    pub(super) fn new(schema: &Schema, folder: &str) -> Self {
        let mut taken = BTreeSet::new();
        let mut combinators = vec![Page::new(); schema.combinators.len()];
        let mut last: BTreeMap<(&str, bool), CombinatorId> = BTreeMap::new();
        for (id, it) in schema.combinators() {
            last.insert((&it.name, it.role == Role::Function), id);
        }
        for (id, it) in schema.combinators() {
            let room = if it.role == Role::Function { "method" } else { "constructor" };
            let is_last = last.get(&(it.name.as_str(), it.role == Role::Function)) == Some(&id);
            // Of several with one name the last one has the plain address.
            let name = if is_last { it.name.clone() } else { format!("{}-{:08x}", it.name, it.id) };
            combinators[id.0 as usize] = address(&mut taken, &format!("{folder}{room}/"), &name);
        }
        let types =
            schema.types.iter().map(|ty| address(&mut taken, &format!("{folder}type/"), &ty.name));
        let types = types.collect();
        let namespaces = namespaces(schema, &mut taken, &format!("{folder}namespace/"));
        Self { combinators, types, namespaces }
    }

    /// The page of a constructor or method.
    #[must_use]
    pub(super) fn combinator(&self, id: CombinatorId) -> &str {
        &self.combinators[id.0 as usize]
    }

    /// The page of a namespace.
    #[must_use]
    pub(super) fn namespace(&self, name: &str) -> &str {
        self.namespaces.get(name).map_or("", String::as_str)
    }

    /// The page of a type.
    #[must_use]
    pub(super) fn ty(&self, id: TypeId) -> &str {
        &self.types[id.0 as usize]
    }
}

/// The pages of all namespaces.
fn namespaces(
    schema: &Schema,
    taken: &mut BTreeSet<String>,
    folder: &str,
) -> BTreeMap<String, Page> {
    let combinators = schema.combinators.iter().map(|it| it.name.as_str());
    let names = combinators.chain(schema.types.iter().map(|ty| ty.name.as_str()));
    let names: BTreeSet<&str> = names.map(namespace).collect();
    let page = |name: &str| match name {
        // No namespace has a hyphen.
        "" => format!("{folder}-global"),
        name => address(taken, folder, name),
    };
    let pages: Vec<Page> = names.iter().copied().map(page).collect();
    names.into_iter().map(str::to_owned).zip(pages).collect()
}

/// The namespace of a name; empty when there is none.
pub(super) fn namespace(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(namespace, _)| namespace)
}

/// An address that is no other one where letter case does not count.
pub(super) fn address(taken: &mut BTreeSet<String>, folder: &str, name: &str) -> Page {
    let plain = format!("{folder}{name}");
    if !is_device(name) && taken.insert(plain.to_ascii_lowercase()) {
        return plain;
    }
    // No TL name has a hyphen, so that two names never become one here.
    let marked: String = name.chars().fold(String::new(), |mut marked, char| {
        if char.is_ascii_uppercase() || marked.is_empty() {
            marked.push('-');
        }
        marked.push(char);
        marked
    });
    let marked = format!("{folder}{marked}");
    taken.insert(marked.to_ascii_lowercase());
    marked
}

/// Whether a file of this name would be a device; an extension makes no difference.
fn is_device(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let stem = name.split('.').next().unwrap_or_default();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|digit| matches!(digit.as_bytes(), [b'1'..=b'9']));
    is_port || DEVICES.contains(&stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_with_extensions() {
        for name in ["con", "Aux.x", "com1", "LPT9", "nul.a.b"] {
            assert!(is_device(name), "{name}");
        }
        for name in ["cons", "com0", "com10", "a.con", "com"] {
            assert!(!is_device(name), "{name}");
        }
    }

    #[test]
    fn addresses_differ_without_letter_case() {
        let mut taken = BTreeSet::new();
        let names = ["fooBar", "fooBAR", "foobar", "con"];
        let pages: Vec<Page> = names.iter().map(|name| address(&mut taken, "t/", name)).collect();
        assert_eq!(pages, ["t/fooBar", "t/-foo-B-A-R", "t/-foobar", "t/-con"]);
        let lower: BTreeSet<String> = pages.iter().map(|page| page.to_lowercase()).collect();
        assert_eq!(lower.len(), names.len());
    }
}
