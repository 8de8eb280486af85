//! How many values the one holds that stands in for a value which could not be read.
//!
//! Decoding goes on behind a fault until it has such a value, and an input of four bytes is enough for a fault. What holds
//! two of what holds two, and so on, would be as many as somebody doubles, in boxes or without a size.
//!
//! Goldens: none, because it decides a refusal.

use typelang_parser::{
    Schema,
    catalogue::refusals::LARGE_VALUE,
    schema::{CombinatorId, Field, NatExpr, Repetition, TypeExpr, TypeId},
};

use crate::plan::field::{repetition::ARRAY_LIMIT, tables::Tables};
use crate::{queries, refusals::Refusals};

/// More values than this are no type's stand-in.
const LIMIT: u32 = 1 << 20;

/// Refuses combinators whose values hold too many others, always.
pub(crate) fn refuse_many(tables: &Tables<'_>, inner_first: &[TypeId], refusals: &mut Refusals) {
    let schema = tables.schema;
    let mut types = vec![1; schema.types.len()];
    for &id in inner_first {
        let constructors = schema[id].constructors.iter();
        let counts = constructors.map(|&constructor| count(schema, &types, constructor));
        types[id.0 as usize] = counts.min().unwrap_or(1);
    }
    for (id, combinator) in schema.combinators() {
        if tables.shapes.path(id).is_some() && count(schema, &types, id) > LIMIT {
            let remedy = "hold what is the same in one field, or in a vector";
            let message =
                format!("a value of `{}` holds more than 1,048,576 others", combinator.name);
            refusals.refuse(LARGE_VALUE, combinator.location, message, remedy);
        }
    }
}

/// The values in a value of a combinator, itself included. Those behind a bit are read if it was set before the fault.
fn count(schema: &Schema, types: &[u32], id: CombinatorId) -> u32 {
    count_all(schema, types, &schema[id].fields).saturating_add(1)
}

fn count_all(schema: &Schema, types: &[u32], all: &[Field]) -> u32 {
    let counts = all.iter().map(|field| count_in(schema, types, &field.ty));
    counts.fold(0, u32::saturating_add)
}

fn count_in(schema: &Schema, types: &[u32], expr: &TypeExpr) -> u32 {
    match expr {
        TypeExpr::Repetition(repetition) => match elements(repetition) {
            Some((times, fields)) => times.saturating_mul(count_all(schema, types, fields)),
            None => 1,
        },
        expr => queries::inline_type(schema, expr).map_or(1, |ty| types[ty.0 as usize]),
    }
}

/// How many elements an array has, those of arrays in it, and what each is; none for what is a vector, which ends at a fault.
fn elements(repetition: &Repetition) -> Option<(u32, &[Field])> {
    let NatExpr { var: None, plus: times } = repetition.times else { return None };
    let (inner, fields) = match &*repetition.fields {
        [Field { ty: TypeExpr::Repetition(inner), .. }] => elements(inner)?,
        fields => (1, fields),
    };
    let times = times.saturating_mul(inner);
    (times <= ARRAY_LIMIT).then_some((times, fields))
}
