//! An index of planned items, by path and by TL name.

use std::collections::BTreeMap;

use crate::plan::model::{
    file::{File, Item, Plan},
    item::{Enum, Payload, Struct},
    rust::{ItemPath, Name},
};

/// The items of a plan.
#[derive(Debug)]
pub(super) struct Index {
    items: BTreeMap<ItemPath, Item>,
    methods: BTreeMap<String, ItemPath>,
    constructors: BTreeMap<String, Place>,
}

/// The Rust form of a constructor.
#[derive(Clone, Debug)]
pub(super) enum Place {
    /// A struct.
    Struct(ItemPath),
    /// A variant without a payload.
    Variant(ItemPath, Name),
}

impl Index {
    /// Builds the index from a plan.
    pub(super) fn new(plan: Plan) -> Self {
        let mut index = Self {
            items: BTreeMap::new(),
            methods: BTreeMap::new(),
            constructors: BTreeMap::new(),
        };
        plan.files.into_iter().for_each(|file| index.add_all(file));
        index
    }

    fn add_all(&mut self, file: File) {
        let Some((space, modules)) = file.module else { return };
        for item in file.items {
            let (name, borrows) = match &item {
                Item::Struct(item) => (item.name.clone(), item.borrows),
                Item::Enum(item) => (item.name.clone(), item.borrows),
                _ => continue,
            };
            let path = ItemPath { space, modules: modules.clone(), name, borrows };
            self.name(&item, &path);
            self.items.insert(path, item);
        }
    }

    /// Records the TL names that an item represents; if several constructors share a name, the first wins.
    fn name(&mut self, item: &Item, path: &ItemPath) {
        match item {
            Item::Struct(item) if item.response.is_some() => {
                self.methods.entry(item.tl_name.clone()).or_insert_with(|| path.clone());
            }
            Item::Struct(item) if item.coding.has_id() => {
                let place = || Place::Struct(path.clone());
                self.constructors.entry(item.tl_name.clone()).or_insert_with(place);
            }
            Item::Enum(item) => {
                let units = item.variants.iter().filter(|it| it.payload == Payload::Unit);
                for variant in units {
                    let place = || Place::Variant(path.clone(), variant.name.clone());
                    self.constructors.entry(variant.tl_name.clone()).or_insert_with(place);
                }
            }
            _ => {}
        }
    }

    /// Returns the struct of a method.
    pub(super) fn method(&self, name: &str) -> Option<&ItemPath> {
        self.methods.get(name)
    }

    /// Returns the Rust form of a constructor.
    pub(super) fn constructor(&self, name: &str) -> Option<&Place> {
        self.constructors.get(name)
    }

    /// Returns the struct at a path.
    pub(super) fn structure(&self, path: &ItemPath) -> Option<&Struct> {
        match self.items.get(path)? {
            Item::Struct(item) => Some(item),
            _ => None,
        }
    }

    /// Returns the enum at a path.
    pub(super) fn sum(&self, path: &ItemPath) -> Option<&Enum> {
        match self.items.get(path)? {
            Item::Enum(item) => Some(item),
            _ => None,
        }
    }
}
