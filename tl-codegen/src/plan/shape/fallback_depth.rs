//! How deep the shallowest value of a type is.
//!
//! When bytes are wrong, decoding goes on with a value that stands in. It must be finite whatever the schema's
//! cycles, so each enum's is of the constructor with the least depth.
//!
//! Goldens: `recursion`.

use typelang_parser::{
    Schema,
    catalogue::refusals::NO_FINITE_VALUE,
    schema::{CombinatorId, Type, TypeId},
};

use super::shapes::Shapes;
use crate::plan::expand::expanded::Expanded;
use crate::{queries, refusals::Refusals};

/// The depth of each constructor: one more than the greatest depth of a field that must be there, and the most where no value is
/// finite.
///
/// The depths of types are found in ascending order, as Dijkstra's distances are: each constructor waits for the types of
/// its fields, and the first of a type's constructors that waits for nothing more has the type's depth.
pub(crate) fn depths(schema: &Schema) -> Vec<u32> {
    let mut types = vec![u32::MAX; schema.types.len()];
    let mut combinators = vec![u32::MAX; schema.combinators.len()];
    let (mut waits, users) = waits(schema);
    let mut depth = 0;
    // Of a type without constructors a value is bytes.
    let mut found: Vec<TypeId> = schema.types().filter(is_bytes).map(|(id, _)| id).collect();
    let at_once = |id: &CombinatorId| waits[id.0 as usize] == 0;
    let constructors = schema.types().flat_map(|(_, ty)| &ty.constructors).copied();
    let mut ready: Vec<CombinatorId> = constructors.filter(at_once).collect();
    while !found.is_empty() || !ready.is_empty() {
        for ty in found.drain(..) {
            types[ty.0 as usize] = depth;
            for user in &users[ty.0 as usize] {
                let left = &mut waits[user.0 as usize];
                *left -= 1;
                if *left == 0 {
                    ready.push(*user);
                }
            }
        }
        depth += 1;
        for constructor in ready.drain(..) {
            combinators[constructor.0 as usize] = depth;
            found.extend(queries::made_by(&schema[constructor]));
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|ty| types[ty.0 as usize] == u32::MAX);
    }
    combinators
}

/// Refuses types that no value is finite of because of the numbers that were filled in; of others the checker tells.
pub(crate) fn refuse_infinite(
    expanded: &Expanded,
    shapes: &Shapes,
    depths: &[u32],
    refusals: &mut Refusals,
) {
    for (id, combinator) in expanded.schema.combinators() {
        let is_filled = !expanded.combinators[id.0 as usize].filled.suffix.is_empty();
        if is_filled && depths[id.0 as usize] == u32::MAX && shapes.path(id).is_some() {
            let message = format!("no value of `{}` is finite with these numbers", combinator.name);
            let remedy = "use the type with other numbers";
            refusals.refuse(NO_FINITE_VALUE, combinator.location, message, remedy);
        }
    }
}

fn is_bytes((_, ty): &(TypeId, &Type)) -> bool {
    ty.constructors.is_empty()
}

/// How many fields that must be there each constructor has, and the constructors that have each type in one.
fn waits(schema: &Schema) -> (Vec<usize>, Vec<Vec<CombinatorId>>) {
    let mut waits = vec![0; schema.combinators.len()];
    let mut users = vec![Vec::new(); schema.types.len()];
    for &id in schema.types.iter().flat_map(|ty| &ty.constructors) {
        let fields = schema[id].fields.iter().filter(|field| field.condition.is_none());
        for ty in fields.filter_map(|field| queries::inline_type(schema, &field.ty)) {
            waits[id.0 as usize] += 1;
            users[ty.0 as usize].push(id);
        }
    }
    (waits, users)
}
