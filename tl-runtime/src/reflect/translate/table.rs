//! Which combinator and field becomes which; computed once for each old schema.

use crate::reflect::schema::combinator::Combinator;
use crate::reflect::schema::field::Field;
use crate::reflect::schema::table::Schema;
use crate::reflect::translate::same::note_same;
use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use core::fmt;
use once_cell::race::OnceBox;

/// The counterpart of a combinator.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The index of its schema, and its index there.
    pub(super) schema: usize,
    pub(super) combinator: u32,
    /// The new field for each old field.
    pub(super) targets: Box<[Option<u32>]>,
    /// For each new field whether another one has its bit.
    pub(super) shared: Box<[bool]>,
    /// Whether an old optional field becomes one that is required: an unset flag may become a `Bool`.
    pub(super) has_flags: bool,
    /// Whether values have the same bytes if the values in them have.
    pub(super) is_alike: bool,
    /// Whether values have the same bytes, with all that they may hold.
    pub(super) is_same: bool,
}

/// The pairs of each old schema, in the order of its combinators. Those of a schema are found when they are first
/// needed.
pub(crate) struct Table {
    pairs: Box<[OnceBox<Vec<Option<Pair>>>]>,
    /// Whether all old schemas are layers of the one new schema. Otherwise schemas at the same index belong together.
    is_of_layers: bool,
}

impl Table {
    /// Creates a table for this number of old schemas.
    pub(crate) fn new(from: usize) -> Self {
        Self { pairs: (0..from).map(|_| OnceBox::new()).collect(), is_of_layers: false }
    }

    /// Creates a table for this number of layers and one new schema.
    pub(crate) fn of_layers(from: usize) -> Self {
        Self { is_of_layers: true, ..Self::new(from) }
    }

    /// The pairs of the old schema at this index.
    pub(super) fn pairs(&self, at: usize, from: &[Schema], to: &[Schema]) -> &[Option<Pair>] {
        let (Some(pairs), Some(old)) = (self.pairs.get(at), from.get(at)) else { return &[] };
        let home = if self.is_of_layers { 0 } else { at };
        pairs.get_or_init(|| Box::new(of_schema(home, old, to)))
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("schemas", &self.pairs.len()).finish_non_exhaustive()
    }
}

/// The pairs are found again.
impl Clone for Table {
    fn clone(&self) -> Self {
        Self { is_of_layers: self.is_of_layers, ..Self::new(self.pairs.len()) }
    }
}

/// Finds the counterparts of the combinators of a schema, which belongs to the new one at the index `home`.
fn of_schema(home: usize, old: &Schema, to: &[Schema]) -> Vec<Option<Pair>> {
    let pairs = old.combinators.iter().map(|combinator| pair(home, combinator, to));
    let mut pairs: Vec<Option<Pair>> = pairs.collect();
    match to.get(home) {
        Some(new) => note_same(home, old, new, &mut pairs),
        None => pairs.iter_mut().flatten().for_each(|pair| pair.is_same = false),
    }
    pairs
}

/// The counterpart of a combinator; the schema at the same index comes first.
fn pair(at: usize, old: &Combinator, to: &[Schema]) -> Option<Pair> {
    let order = to.get(at).map(|_| at).into_iter().chain((0..to.len()).filter(|it| *it != at));
    for schema in order {
        if let Some(new) = counterpart(old, &to[schema]).ok()? {
            let (combinator, targets) = (new.index, targets(&old.fields, &new.fields));
            let has_flags = has_flags(old, new, &targets);
            let shared = shared(&new.fields);
            let (is_alike, is_same) = (false, false);
            return Some(Pair {
                schema,
                combinator,
                targets,
                shared,
                has_flags,
                is_alike,
                is_same,
            });
        }
    }
    None
}

/// Several combinators have the name, and each differs from the old one.
struct Ambiguous;

/// The combinator of the same name and role: the one with the same id, or the only one.
fn counterpart<'n>(old: &Combinator, new: &'n Schema) -> Result<Option<&'n Combinator>, Ambiguous> {
    let named = || new.all_named(&old.name).filter(|it| it.role == old.role);
    if let Some(same) = named().find(|it| it.id == old.id) {
        return Ok(Some(same));
    }
    let mut named = named();
    match (named.next(), named.next()) {
        (first, None) => Ok(first),
        _ => Err(Ambiguous),
    }
}

/// The new field for each old field: the one with the same name, or at the same place if it has none.
fn targets(old: &[Field], new: &[Field]) -> Box<[Option<u32>]> {
    let named: BTreeMap<&str, u32> = (0..).zip(new).map(|(at, field)| (field.name(), at)).collect();
    let target = |field: &Field| match field.name() {
        "" => Some(field.place).filter(|at| new.get(*at as usize).is_some_and(is_nameless)),
        name => named.get(name).copied(),
    };
    old.iter().map(target).collect()
}

fn is_nameless(field: &Field) -> bool {
    field.name().is_empty()
}

/// For each field whether another one has its bit.
fn shared(fields: &[Field]) -> Box<[bool]> {
    let bit = |field: &Field| field.condition.map(|it| (it.var, it.bit));
    let (mut once, mut again) = (BTreeSet::new(), BTreeSet::new());
    for bit in fields.iter().filter_map(bit) {
        if !once.insert(bit) {
            again.insert(bit);
        }
    }
    fields.iter().map(|field| bit(field).is_some_and(|bit| again.contains(&bit))).collect()
}

/// Whether an optional field becomes one that is required, without a `#`.
fn has_flags(old: &Combinator, new: &Combinator, targets: &[Option<u32>]) -> bool {
    let becomes = |(field, to): (&Field, &Option<u32>)| {
        let new = to.and_then(|to| new.fields.get(to as usize));
        field.is_optional() && new.is_some_and(|new| !new.is_optional() && !new.is_nat())
    };
    old.fields.iter().zip(targets).any(becomes)
}
