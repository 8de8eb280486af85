//! Indexes over the pages of a schema.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    combinator::{CombinatorPage, Kind},
    link::{Item, Link},
    reference::Part,
};

/// The items of a namespace.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NamespaceIndex {
    /// Its name; empty for items without one.
    pub name: String,
    /// The page.
    pub page: String,
    /// The methods.
    pub methods: Vec<Item>,
    /// The constructors.
    pub constructors: Vec<Item>,
    /// The types.
    pub types: Vec<Item>,
}

/// An id and its item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct IdRow {
    /// The id as eight hex digits.
    pub id: String,
    /// Its bytes on the wire.
    pub wire_id: String,
    /// The item.
    pub link: Link,
    /// Method or constructor.
    pub kind: Kind,
}

/// The items that were first seen in a layer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LayerIndex {
    /// The layer.
    pub layer: u32,
    /// The page.
    pub page: String,
    /// The methods.
    pub methods: Vec<Link>,
    /// The constructors.
    pub constructors: Vec<Link>,
}

impl Part {
    /// The namespaces, by name.
    #[must_use]
    pub fn namespaces(&self) -> Vec<NamespaceIndex> {
        let mut all: BTreeMap<&str, NamespaceIndex> = BTreeMap::new();
        let item = |it: &CombinatorPage| item(&it.name, &it.page, &it.docs);
        for it in &self.methods {
            index(&mut all, &it.namespace, &it.namespace_page).methods.push(item(it));
        }
        for it in &self.constructors {
            index(&mut all, &it.namespace, &it.namespace_page).constructors.push(item(it));
        }
        for ty in &self.types {
            let item = self::item(&ty.name, &ty.page, &ty.docs);
            index(&mut all, &ty.namespace, &ty.namespace_page).types.push(item);
        }
        all.into_values().collect()
    }

    /// The ids, in order.
    #[must_use]
    pub fn ids(&self) -> Vec<IdRow> {
        let row = |it: &CombinatorPage| IdRow {
            id: it.id.clone(),
            wire_id: it.wire_id.clone(),
            link: Link::new(&it.name, &it.page),
            kind: it.kind,
        };
        let mut rows: Vec<IdRow> = self.combinators().map(row).collect();
        rows.sort();
        rows
    }

    /// The layers in which an item was first seen, the newest first.
    #[must_use]
    pub fn layers(&self) -> Vec<LayerIndex> {
        let mut all: BTreeMap<u32, LayerIndex> = BTreeMap::new();
        for it in self.combinators() {
            let Some(layer) = it.since else { continue };
            let index = all.entry(layer.seen).or_default();
            let list = match it.kind {
                Kind::Method => &mut index.methods,
                Kind::Constructor => &mut index.constructors,
            };
            list.push(Link::new(&it.name, &it.page));
        }
        let named = |(layer, index)| {
            let page = format!("{}layer/{layer}", self.folder);
            LayerIndex { layer, page, ..index }
        };
        all.into_iter().rev().map(named).collect()
    }
}

/// The index of a namespace.
fn index<'i, 'p>(
    all: &'i mut BTreeMap<&'p str, NamespaceIndex>,
    name: &'p str,
    page: &str,
) -> &'i mut NamespaceIndex {
    all.entry(name).or_insert_with(|| NamespaceIndex {
        name: name.to_owned(),
        page: page.to_owned(),
        ..NamespaceIndex::default()
    })
}

/// A link with the first sentence of a description.
pub(super) fn item(name: &str, page: &str, docs: &str) -> Item {
    Item { link: Link::new(name, page), said: without_addresses(first_sentence(docs)) }
}

/// A sentence without addresses in brackets.
fn without_addresses(sentence: &str) -> String {
    let mut out = String::new();
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once(" (http") {
        out.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    out.push_str(rest);
    out.replace(" »", "")
}

/// The first sentence of a text, without its full stop.
pub(super) fn first_sentence(docs: &str) -> &str {
    let line = docs.lines().next().unwrap_or_default().trim();
    let end = line.find(". ").unwrap_or(line.len());
    line[..end].trim_end_matches(['.', ':'])
}

#[cfg(test)]
mod tests {
    use super::{first_sentence, without_addresses};

    #[test]
    fn a_sentence_ends_at_its_full_stop() {
        assert_eq!(first_sentence("Sends it. Then waits.\nMore"), "Sends it");
        assert_eq!(first_sentence("Layer 1.5 of it:"), "Layer 1.5 of it");
        assert_eq!(first_sentence(""), "");
    }

    #[test]
    fn lists_have_no_addresses() {
        let said = without_addresses("Sends it » (https://a.b/c) to bots (all)");
        assert_eq!(said, "Sends it to bots (all)");
    }
}
