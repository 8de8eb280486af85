//! Decides which modules are too large for one file, and assigns their items to shards.
//!
//! A shard is a private module whose items the enclosing module re-exports, so it is visible only to people
//! who open the file. It is named after the first letter of its items, or more letters if a shard for fewer
//! is too large. So a new item in the schema changes one shard and leaves the others as they are, and only a
//! shard that outgrows the limit is divided. If shards were divided by the number of items, a new item would
//! move them all.
//!
//! Goldens: `parts`.

use std::{collections::BTreeMap, sync::Arc};

use crate::plan::field::tables::Tables;
use crate::plan::model::{
    names,
    rust::{ItemPath, ModulePath, Name, Space},
};
use crate::plan::shape::shapes::Shape;

/// The default limit of a file's estimated size in bytes. Estimates may be too low, and editors still handle
/// 400 kB.
pub(crate) const FILE_LIMIT: u32 = 250_000;

/// The estimated bytes of a struct, without its fields and the schema's text.
const STRUCT: usize = 1_050;
/// The estimated bytes of a field.
const FIELD: usize = 180;
/// The estimated bytes of an enum, without its variants.
const ENUM: usize = 1_200;
/// The estimated bytes of a variant.
const VARIANT: usize = 240;

/// The shards of the modules that have some.
#[derive(Debug, Default)]
pub(crate) struct Shards(BTreeMap<Space, BTreeMap<Arc<[Name]>, OfModule>>);

/// The shards of a module's items, by item.
type OfModule = BTreeMap<Name, Name>;

impl Shards {
    /// Returns the shard of an item, if its module has shards.
    pub(crate) fn of(&self, path: &ItemPath) -> Option<&Name> {
        self.0.get(&path.space)?.get(&path.modules)?.get(&path.name)
    }

    fn insert(&mut self, path: &ItemPath, shard: &Name) {
        let modules = self.0.entry(path.space).or_default();
        let items = modules.entry(Arc::clone(&path.modules)).or_default();
        items.insert(path.name.clone(), shard.clone());
    }
}

/// Divides the modules whose estimated text exceeds `limit` bytes.
pub(crate) fn shards(tables: &Tables<'_>, limit: u32) -> Shards {
    let mut places: BTreeMap<ModulePath, Vec<Sized<'_>>> = BTreeMap::new();
    for sized in items(tables) {
        places.entry((sized.path.space, sized.path.modules.clone())).or_default().push(sized);
    }
    let mut shards = Shards::default();
    for items in places.into_values() {
        if bytes(&items) > limit as usize {
            divide(items, limit as usize, &mut shards);
        }
    }
    shards
}

/// An item and its estimated size.
struct Sized<'p> {
    path: &'p ItemPath,
    /// The letters and digits of its name.
    word: String,
    bytes: usize,
}

impl<'p> Sized<'p> {
    fn new(path: &'p ItemPath, bytes: usize) -> Self {
        let word = path.name.as_str().trim_start_matches("r#").trim_matches('_');
        Self { path, word: word.to_lowercase(), bytes }
    }
}

fn bytes(items: &[Sized<'_>]) -> usize {
    items.iter().map(|item| item.bytes).sum()
}

fn items<'c>(tables: &'c Tables<'_>) -> impl Iterator<Item = Sized<'c>> {
    let structs = tables.schema.combinators().filter_map(|(id, combinator)| {
        let path = tables.shapes.path(id)?;
        let docs = combinator.fields.iter().filter_map(|field| field.docs.as_ref());
        let docs: usize = docs.chain(&combinator.docs).map(String::len).sum();
        let fields = tables.fields(id).list.len();
        Some(Sized::new(path, STRUCT + FIELD * fields + docs))
    });
    let enums = tables.schema.types().filter_map(|(id, ty)| {
        let Shape::Sum(path) = tables.shapes.of(id) else { return None };
        let docs = ty.docs.as_ref().map_or(0, String::len);
        Some(Sized::new(path, ENUM + VARIANT * ty.constructors.len() + docs))
    });
    structs.chain(enums)
}

/// Assigns each item to the small enough shard with the fewest letters.
fn divide(items: Vec<Sized<'_>>, limit: usize, shards: &mut Shards) {
    let mut open = vec![(1, items)];
    while let Some((letters, items)) = open.pop() {
        // A prefix that all words share would divide nothing.
        let letters = letters.max(common_letters(&items) + 1);
        let mut groups: BTreeMap<String, Vec<Sized<'_>>> = BTreeMap::new();
        for item in items {
            let start = item.word.chars().take(letters).collect();
            groups.entry(start).or_default().push(item);
        }
        for (start, group) in groups {
            let is_divisible = group.iter().any(|item| item.word.len() > start.len());
            if bytes(&group) > limit && is_divisible {
                open.push((letters + 1, group));
                continue;
            }
            let name = names::shard(&start);
            for item in &group {
                shards.insert(item.path, &name);
            }
        }
    }
}

/// Returns the number of letters that all words begin with.
fn common_letters(items: &[Sized<'_>]) -> usize {
    let Some((first, others)) = items.split_first() else { return 0 };
    let common = |item: &Sized<'_>| {
        let pairs = item.word.chars().zip(first.word.chars());
        pairs.take_while(|(left, right)| left == right).count()
    };
    others.iter().map(common).min().unwrap_or_else(|| first.word.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(name: &str) -> ItemPath {
        let (modules, name) = ([].into(), Name::new(name));
        ItemPath { space: Space::Types, modules, name, borrows: false }
    }

    /// Returns the shards of items of ten bytes each.
    fn divided(names: &[&str], limit: usize) -> Vec<(String, String)> {
        let paths: Vec<ItemPath> = names.iter().map(|name| path(name)).collect();
        let items = paths.iter().map(|path| Sized::new(path, 10)).collect();
        let mut shards = Shards::default();
        divide(items, limit, &mut shards);
        let shard = |path: &ItemPath| shards.of(path).map(|shard| shard.as_str().to_owned());
        paths.iter().map(|path| (path.name.as_str().to_owned(), shard(path).unwrap())).collect()
    }

    #[test]
    fn a_part_has_as_few_letters_as_its_size_allows() {
        let found = divided(&["Apple", "Message", "MessageEmpty", "Messages", "Mine", "r#_2d"], 20);
        let shards: Vec<&str> = found.iter().map(|(_, shard)| shard.as_str()).collect();
        assert_eq!(shards, ["_a", "_message", "_messagee", "_messages", "_mi", "_2_"]);
    }

    #[test]
    fn a_new_item_moves_no_other_unless_its_part_outgrows_the_limit() {
        let names = ["Apple", "Bean", "Berry", "Cherry"];
        let before = divided(&names, 30);
        for new in ["Almond", "Banana", "Date"] {
            let after = divided(&[&names[..], &[new]].concat(), 30);
            assert_eq!(after[..4], before[..], "{new}");
        }
        let after = divided(&[&names[..], &["Banana", "Beet"]].concat(), 30);
        let shards: Vec<&str> = after.iter().map(|(_, shard)| shard.as_str()).collect();
        assert_eq!(shards, ["_a", "_be", "_be", "_c", "_ba", "_be"]);
    }

    #[test]
    fn equal_words_stay_together_however_large() {
        let found = divided(&["A", "A_", "A__"], 20);
        assert!(found.iter().all(|(_, shard)| shard == "_a"), "{found:?}");
    }
}
