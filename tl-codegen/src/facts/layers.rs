//! The first layers of items and fields.

use std::collections::{BTreeMap, BTreeSet};

/// The first layers of items and fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Since {
    items: BTreeMap<String, u32>,
    /// By item, for fields that are newer than their item.
    fields: BTreeMap<String, BTreeMap<String, u32>>,
    /// The layers that were looked at.
    looked_at: BTreeSet<u32>,
}

/// With which layer something came, as far as the layers that were looked at tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    /// With this one: the layer before it was looked at.
    Exactly(u32),
    /// With one of these; only the last was looked at.
    Between(u32, u32),
    /// With the oldest layer that was looked at, or with one before it.
    OrEarlier(u32),
}

impl Since {
    /// Records the layers that were compared.
    pub(super) fn looked_at(&mut self, layers: impl Iterator<Item = u32>) {
        self.looked_at.extend(layers);
    }

    pub(super) fn add_item(&mut self, name: &str, layer: u32) {
        self.items.insert(name.to_owned(), layer);
    }

    pub(super) fn add_field(&mut self, item: &str, field: &str, layer: u32) {
        self.fields.entry(item.to_owned()).or_default().insert(field.to_owned(), layer);
    }

    /// Returns the first layer of an item.
    pub(crate) fn item(&self, name: &str) -> Option<First> {
        Some(self.first(*self.items.get(name)?))
    }

    /// The first layer of a field that is newer than its item.
    pub(crate) fn field(&self, item: &str, field: &str) -> Option<First> {
        Some(self.first(*self.fields.get(item)?.get(field)?))
    }

    /// What is known of something that is first in `layer`, of the layers that were looked at.
    fn first(&self, layer: u32) -> First {
        if !self.looked_at.contains(&layer) {
            return First::Exactly(layer);
        }
        match self.looked_at.range(..layer).next_back() {
            None => First::OrEarlier(layer),
            Some(before) if before + 1 == layer => First::Exactly(layer),
            Some(before) => First::Between(before + 1, layer),
        }
    }
}

impl First {
    /// The first layer that was looked at and has it.
    pub(crate) fn seen(self) -> u32 {
        match self {
            Self::Exactly(layer) | Self::Between(_, layer) | Self::OrEarlier(layer) => layer,
        }
    }

    /// The sentence for docs.
    pub(crate) fn sentence(self) -> String {
        match self {
            Self::Exactly(layer) => format!("Available since layer {layer}."),
            Self::Between(after, layer) if after + 1 == layer => {
                format!("Introduced in layer {after} or {layer}.")
            }
            Self::Between(after, layer) => {
                format!("Introduced in one of the layers {after} to {layer}.")
            }
            Self::OrEarlier(layer) => format!("Available since layer {layer} or earlier."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_between_layers_are_told() {
        let mut since = Since::default();
        for (name, layer) in [("old", 57), ("gap", 109), ("new", 110), ("other", 99)] {
            since.add_item(name, layer);
        }
        since.looked_at([57, 109, 110].into_iter());
        let said = |name| since.item(name).unwrap().sentence();
        assert_eq!(said("old"), "Available since layer 57 or earlier.");
        assert_eq!(said("gap"), "Introduced in one of the layers 58 to 109.");
        assert_eq!(said("new"), "Available since layer 110.");
        assert_eq!(said("other"), "Available since layer 99.");
        assert_eq!(since.item("gap").unwrap().seen(), 109);
    }
}
