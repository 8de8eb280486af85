//! Which modules are too large for one file, and which of their items go to which shard.
//!
//! A shard is a private module whose items the module around it re-exports, so that nobody sees it but who opens the file.
//! It is named after the letters that its items begin with: one letter, and one more for as long as a shard is too large itself.
//! So a new item of the schema comes to one shard and leaves the others as they are, and only a shard that outgrows the
//! limit is divided. A count of items would move them all.
//!
//! Goldens: `parts`.

use std::collections::BTreeMap;

use crate::plan::field::tables::Tables;
use crate::plan::model::{
    names,
    rust::{ItemPath, ModulePath, Name},
};
use crate::plan::shape::shapes::Shape;

/// How many bytes a file may have, unless the user says otherwise; by estimate, so there is room to the 400 kB that editors
/// still like.
pub(crate) const FILE_LIMIT: u32 = 250_000;

/// What a struct takes, its fields and text of the schema aside.
const STRUCT: usize = 1_050;
/// What a field takes.
const FIELD: usize = 180;
/// What an enum takes, its variants aside.
const ENUM: usize = 1_200;
/// What a variant takes.
const VARIANT: usize = 240;

/// The shards of the modules that have some.
#[derive(Debug, Default)]
pub(crate) struct Shards(BTreeMap<ItemPath, Name>);

impl Shards {
    /// The shard that an item stands in, where its module has shards.
    pub(crate) fn of(&self, path: &ItemPath) -> Option<&Name> {
        self.0.get(path)
    }
}

/// Divides the modules of which more than `limit` bytes of text are to be expected.
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

/// An item and what it takes.
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

/// Gives each item the shard of the fewest letters that is small enough.
fn divide(items: Vec<Sized<'_>>, limit: usize, shards: &mut Shards) {
    let mut open = vec![(1, items)];
    while let Some((letters, items)) = open.pop() {
        // Fewer letters than all words begin with would divide nothing.
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
            shards.0.extend(group.into_iter().map(|item| (item.path.clone(), name.clone())));
        }
    }
}

/// How many letters all words begin with.
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
    use crate::plan::model::rust::Space;

    fn path(name: &str) -> ItemPath {
        let (modules, name) = (Vec::new(), Name(name.to_owned()));
        ItemPath { space: Space::Types, modules, name, borrows: false }
    }

    /// The shards of items of ten bytes each.
    fn divided(names: &[&str], limit: usize) -> Vec<(String, String)> {
        let paths: Vec<ItemPath> = names.iter().map(|name| path(name)).collect();
        let items = paths.iter().map(|path| Sized::new(path, 10)).collect();
        let mut shards = Shards::default();
        divide(items, limit, &mut shards);
        let shard = |path: &ItemPath| shards.of(path).map(|shard| shard.0.clone());
        paths.iter().map(|path| (path.name.0.clone(), shard(path).unwrap())).collect()
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
