//! How deep the shallowest value of a type is.
//!
//! When bytes are wrong, decoding goes on with a value that stands in. It must be finite whatever the schema's
//! cycles, so each enum's is of the constructor with the least rank.

use typelang_parser::{
    Schema,
    schema::{CombinatorId, Field, Type, TypeId},
};

use super::fields;

/// The rank of each combinator: one more than the highest rank of a field that must be there.
///
/// With the types in the order `inner_first` two rounds do, cycles aside.
pub(crate) fn ranks(schema: &Schema, inner_first: &[TypeId]) -> Vec<u32> {
    // Of a type without constructors a value is bytes.
    let least = |ty: &Type| if ty.constructors.is_empty() { 0 } else { u32::MAX };
    let mut types: Vec<u32> = schema.types.iter().map(least).collect();
    let mut combinators = vec![u32::MAX; schema.combinators.len()];
    loop {
        let mut changed = false;
        for &id in inner_first {
            for &constructor in &schema[id].constructors {
                let rank = rank(schema, &types, constructor);
                combinators[constructor.0 as usize] = rank;
                let least = &mut types[id.0 as usize];
                changed |= rank < *least;
                *least = rank.min(*least);
            }
        }
        if !changed {
            return combinators;
        }
    }
}

fn rank(schema: &Schema, types: &[u32], constructor: CombinatorId) -> u32 {
    let field_rank = |field: &Field| match fields::inline_type(schema, &field.ty) {
        Some(ty) if field.condition.is_none() => types[ty.0 as usize],
        _ => 0,
    };
    schema[constructor].fields.iter().map(field_rank).max().unwrap_or(0).saturating_add(1)
}
