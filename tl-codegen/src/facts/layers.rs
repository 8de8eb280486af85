//! The first layers of items and fields.

use std::collections::BTreeMap;

/// The first layers of items and fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Since {
    items: BTreeMap<String, u32>,
    /// By item, for fields that are newer than their item.
    fields: BTreeMap<String, BTreeMap<String, u32>>,
    /// The oldest layer that was compared.
    oldest: Option<u32>,
}

/// A first layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct First {
    pub(crate) layer: u32,
    /// Whether it is the oldest layer that was compared, so that the item may be older.
    pub(crate) is_oldest: bool,
}

impl Since {
    /// Records the layers that were compared.
    pub(super) fn looked_at(&mut self, layers: impl Iterator<Item = u32>) {
        self.oldest = self.oldest.into_iter().chain(layers).min();
    }

    pub(super) fn add_item(&mut self, name: &str, layer: u32) {
        self.items.insert(name.to_owned(), layer);
    }

    pub(super) fn add_field(&mut self, item: &str, field: &str, layer: u32) {
        self.fields.entry(item.to_owned()).or_default().insert(field.to_owned(), layer);
    }

    /// Returns the first layer of an item.
    pub(crate) fn item(&self, name: &str) -> Option<First> {
        let layer = *self.items.get(name)?;
        Some(First { layer, is_oldest: self.oldest == Some(layer) })
    }

    /// Returns the first layer of a field that is newer than its item.
    pub(crate) fn field(&self, item: &str, field: &str) -> Option<u32> {
        self.fields.get(item)?.get(field).copied()
    }
}
