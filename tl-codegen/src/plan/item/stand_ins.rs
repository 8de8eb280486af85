//! Limits the number of values in the fallback for a value that could not be decoded.
//!
//! After a fault, decoding continues until it has a fallback value, and four bytes of input are enough for a
//! fault. If types hold two values of types that hold two values, and so on, the number of values doubles
//! with each level, even if they are boxed or have size zero.
//!
//! Goldens: none, because it decides a refusal.

use typelang_parser::{
    Schema,
    catalogue::refusals::LARGE_VALUE,
    schema::{CombinatorId, Field, NatExpr, Repetition, TypeExpr, TypeId},
};

use crate::plan::field::{repetition::ARRAY_LIMIT, tables::Tables};
use crate::{queries, refusals::Refusals};

/// The most values in a type's fallback.
const LIMIT: u32 = 1 << 20;

/// Refuses combinators whose values always contain too many others.
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
            let remedy = "hold equal values in one field, or in a vector";
            let message =
                format!("a value of `{}` holds more than 1,048,576 others", combinator.name);
            refusals.refuse(LARGE_VALUE, combinator.location, message, remedy);
        }
    }
}

/// Counts the values in a value of a combinator, including itself. Fields behind a bit count only if the bit
/// was set before the fault.
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

/// Returns the number of elements of an array, including those of nested arrays, and the fields of each
/// element; `None` for a vector, which ends at a fault.
fn elements(repetition: &Repetition) -> Option<(u32, &[Field])> {
    let NatExpr { var: None, plus: times } = repetition.times else { return None };
    let (inner, fields) = match &*repetition.fields {
        [Field { ty: TypeExpr::Repetition(inner), .. }] => elements(inner)?,
        fields => (1, fields),
    };
    let times = times.saturating_mul(inner);
    (times <= ARRAY_LIMIT).then_some((times, fields))
}
