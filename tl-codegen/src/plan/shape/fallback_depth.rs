//! Computes the depth of the shallowest value of each type.
//!
//! After a fault, decoding falls back on a value that must be finite, whatever the schema's cycles. So an
//! enum's fallback is the constructor with the least depth.
//!
//! Goldens: `recursion`, `foreign`.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    catalogue::refusals::NO_FINITE_VALUE,
    schema::{CombinatorId, Type, TypeId},
};

use super::shapes::Shapes;
use crate::plan::expand::expanded::Expanded;
use crate::{queries, refusals::Refusals};

/// Returns the depth of each constructor: one more than the greatest depth of a required field, or the
/// maximum if no value is finite.
///
/// The depths of types are found in ascending order, like distances in Dijkstra's algorithm. Each constructor
/// waits for the types of its fields; the first constructor of a type that waits for nothing more determines
/// the type's depth.
///
/// `externs` are the user's types. How deep their values are is not known, so they come last.
pub(crate) fn depths(schema: &Schema, externs: &BTreeMap<String, String>) -> Vec<u32> {
    let mut types = vec![u32::MAX; schema.types.len()];
    let mut combinators = vec![u32::MAX; schema.combinators.len()];
    let (mut waits, users) = waits(schema);
    let mut depth = 0;
    let is_extern = |ty: &TypeId| externs.contains_key(&schema[*ty].name);
    let mut last: Vec<TypeId> = schema.types().map(|(id, _)| id).filter(is_extern).collect();
    // A value of a type without constructors is bytes.
    let bytes = schema.types().filter(is_bytes).map(|(id, _)| id);
    let mut found: Vec<TypeId> = bytes.filter(|ty| !is_extern(ty)).collect();
    let at_once = |id: &CombinatorId| waits[id.0 as usize] == 0;
    let constructors = schema.types().flat_map(|(_, ty)| &ty.constructors).copied();
    let mut ready: Vec<CombinatorId> = constructors.filter(at_once).collect();
    while !found.is_empty() || !ready.is_empty() || !last.is_empty() {
        if found.is_empty() && ready.is_empty() {
            found.append(&mut last);
        }
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
        found.retain(|ty| types[ty.0 as usize] == u32::MAX && !is_extern(ty));
    }
    combinators
}

/// Refuses types that have no finite value because of the numbers that were filled in; the checker reports
/// the others.
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

/// Counts the required fields of each constructor, and lists the constructors that require each type.
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
