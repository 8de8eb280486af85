//! Decides which values may disagree with themselves, so that encoding them can fail.
//!
//! Goldens: `numbers`, `repetitions`, `foreign`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::schema::{Combinator, CombinatorId, TypeId};

use crate::plan::field::tables::Tables;
use crate::plan::model::{codec::Codec, rust::RustType, wire::Step};
use crate::plan::shape::{
    holders::{Holders, Users, holders},
    owners::LIBRARY,
    shapes::Shape,
};

/// For each combinator, whether parts of its values may disagree.
pub(crate) struct Disagreements {
    found: Holders,
    foreign: BTreeMap<CombinatorId, Vec<RustType>>,
}

impl Disagreements {
    /// Decides for all combinators.
    pub(crate) fn new(tables: &Tables<'_>) -> Self {
        let all = tables.schema.combinators();
        let found = all.filter(|(id, combinator)| disagrees_itself(tables, *id, combinator));
        let direct = found.map(|(id, _)| id).collect();
        let found = holders(tables.schema, tables.externs(), [].into_iter(), &direct);
        Self { found, foreign: foreign(tables) }
    }

    /// Returns whether parts of a combinator's values may disagree.
    pub(crate) fn has(&self, id: CombinatorId) -> bool {
        self.found.by_combinator(id)
    }

    /// Returns whether parts of a type's values may disagree.
    pub(crate) fn has_type(&self, tables: &Tables<'_>, ty: TypeId) -> bool {
        tables.schema[ty].constructors.iter().any(|id| self.has(*id))
    }

    /// Returns the user's types that values of these combinators hold. Whether their parts may disagree is known only
    /// to the compiler.
    pub(crate) fn foreign(&self, ids: &[CombinatorId]) -> Vec<RustType> {
        let all = ids.iter().filter_map(|id| self.foreign.get(id)).flatten();
        let mut all: Vec<RustType> = all.cloned().collect();
        all.sort_by_cached_key(ToString::to_string);
        all.dedup();
        all
    }
}

/// Returns the user's types that the values of each combinator hold, at any depth.
fn foreign(tables: &Tables<'_>) -> BTreeMap<CombinatorId, Vec<RustType>> {
    let mut foreign: BTreeMap<CombinatorId, Vec<RustType>> = BTreeMap::new();
    let mut fields = foreign_fields(tables).peekable();
    if fields.peek().is_none() {
        return foreign;
    }
    let users = Users::new(tables.schema, tables.externs());
    for (ty, direct) in fields {
        let found = users.holders([].into_iter(), &direct);
        // The constants of such a type and of the holder would each ask for the other.
        if takes_holder(tables, &found, &ty) {
            continue;
        }
        for id in found.combinators() {
            foreign.entry(id).or_default().push(ty.clone());
        }
    }
    foreign
}

/// Returns the user's types with the combinators whose fields hold them directly, in the order of their spelling.
fn foreign_fields(tables: &Tables<'_>) -> impl Iterator<Item = (RustType, BTreeSet<CombinatorId>)> {
    let types = tables.schema.types().filter_map(|(id, _)| match tables.shapes.of(id) {
        Shape::Extern(path) if !path.starts_with(LIBRARY) => Some(path.as_str()),
        _ => None,
    });
    let paths: BTreeSet<&str> = types.collect();
    let mut all: BTreeMap<String, (RustType, BTreeSet<CombinatorId>)> = BTreeMap::new();
    let holders = tables.schema.combinators().filter(|_| !paths.is_empty());
    for (id, fields) in holders.filter_map(|(id, _)| Some((id, tables.fields_of_struct(id)?))) {
        let mut note = |ty: &RustType| match ty {
            RustType::Extern(path) | RustType::Applied(path, _)
                if paths.contains(path.as_str()) =>
            {
                let entry = all.entry(ty.to_string()).or_insert_with(|| (ty.clone(), [].into()));
                entry.1.insert(id);
            }
            _ => {}
        };
        fields.list.iter().for_each(|field| field.ty.visit(&mut note));
    }
    all.into_values()
}

/// Returns whether a user's type has one of these items as an argument.
fn takes_holder(tables: &Tables<'_>, found: &Holders, ty: &RustType) -> bool {
    let shapes = tables.shapes;
    let mut takes = false;
    ty.visit(&mut |arg| {
        let RustType::Item(path) = arg else { return };
        takes |= found.combinators().any(|id| shapes.path(id) == Some(path))
            || found.types().any(|id| matches!(shapes.of(id), Shape::Sum(sum) if sum == path));
    });
    takes
}

/// Returns whether parts may disagree about a number in the value itself, or a vector may not have the length
/// that the schema fixes.
fn disagrees_itself(tables: &Tables<'_>, id: CombinatorId, combinator: &Combinator) -> bool {
    disagrees_about_number(tables, id, combinator)
        || (tables.shapes.path(id).is_some() && has_fixed_vector(tables, id))
}

fn disagrees_about_number(tables: &Tables<'_>, id: CombinatorId, combinator: &Combinator) -> bool {
    if combinator.fields.iter().all(|field| field.defines.is_none()) {
        return false;
    }
    let numbers = tables.numbers(id);
    let mut held = combinator.fields.iter().filter_map(|field| numbers.held(field));
    held.any(|var| !tables.determination.of(id, var).agrees)
}

/// Returns whether a struct has a vector whose length the schema fixes.
pub(crate) fn has_fixed_vector(tables: &Tables<'_>, id: CombinatorId) -> bool {
    tables.fields(id).wire.iter().any(|step| match step {
        Step::Required { codec, .. } | Step::Optional { codec, .. } => is_fixed(codec),
        Step::Group { parts, .. } => parts.iter().any(|part| is_fixed(&part.codec)),
        Step::Apart { part, .. } | Step::Column { part, .. } => is_fixed(&part.codec),
        Step::Number(_) | Step::Flag { .. } | Step::Zip { .. } | Step::Join { .. } => false,
    })
}

fn is_fixed(codec: &Codec) -> bool {
    match codec {
        Codec::Repeat { times, element, .. } => times.var.is_none() || is_fixed(element),
        Codec::Array { element } | Codec::VectorWith { element, .. } => is_fixed(element),
        Codec::Boxed(inner, _) | Codec::Predefined { inner, .. } => is_fixed(inner),
        Codec::Within
        | Codec::Scalar(_)
        | Codec::Text(_)
        | Codec::Natural
        | Codec::Delimited
        | Codec::Bare
        | Codec::With { .. }
        | Codec::Nothing
        | Codec::Vector { .. } => false,
    }
}
