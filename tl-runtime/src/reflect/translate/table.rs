//! Which combinator and field becomes which; computed once for two lists of schemas.

use crate::reflect::schema::combinator::Combinator;
use crate::reflect::schema::field::Field;
use crate::reflect::schema::table::Schema;
use crate::reflect::translate::same::note_same;
use alloc::{
    boxed::Box,
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};

/// The counterpart of a combinator.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    /// The index of its schema, and its index there.
    pub(super) schema: usize,
    pub(super) combinator: u32,
    /// The new field for each old field.
    pub(super) targets: Box<[Option<u32>]>,
    /// Whether two new fields have the same bit.
    pub(super) shares_bits: bool,
    /// Whether values have the same bytes, with all that they may hold.
    pub(super) is_same: bool,
}

/// The pairs of each old schema, in the order of its combinators.
pub(super) type Table = Vec<Vec<Option<Pair>>>;

/// Finds the counterparts of all combinators.
pub(super) fn table(from: &[Schema], to: &[Schema]) -> Table {
    let of_schema = |(at, old): (usize, &Schema)| {
        let pairs = old.combinators.iter().map(|combinator| pair(at, combinator, to));
        let mut pairs: Vec<Option<Pair>> = pairs.collect();
        match to.get(at) {
            Some(new) => note_same(at, old, new, &mut pairs),
            None => pairs.iter_mut().flatten().for_each(|pair| pair.is_same = false),
        }
        pairs
    };
    from.iter().enumerate().map(of_schema).collect()
}

/// The counterpart of a combinator; the schema at the same index comes first.
fn pair(at: usize, old: &Combinator, to: &[Schema]) -> Option<Pair> {
    let order = to.get(at).map(|_| at).into_iter().chain((0..to.len()).filter(|it| *it != at));
    for schema in order {
        if let Some(new) = counterpart(old, &to[schema]).ok()? {
            let (combinator, targets) = (new.index, targets(&old.fields, &new.fields));
            let shares_bits = shares_bits(&new.fields);
            return Some(Pair { schema, combinator, targets, shares_bits, is_same: false });
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

fn shares_bits(fields: &[Field]) -> bool {
    let bits = || fields.iter().filter_map(|field| field.condition.map(|it| (it.var, it.bit)));
    bits().collect::<BTreeSet<_>>().len() < bits().count()
}
