//! The order in which fields are decided: from the inside out, so that whoever needs the fields of another struct finds them.

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeId},
    syntax::Role,
};

use crate::{
    plan::{
        expand::expanded::{Expanded, Part},
        shape::{cycles::Cycles, shaped::Shaped},
    },
    queries::inline_type,
};

/// All combinators with a struct, each behind those whose fields decide its own.
///
/// A struct needs the sizes of what lies inside it. On a cycle what leads back is behind a pointer whatever its size, so
/// that there only the constructors that do not lead back are needed, by those that do.
pub(crate) fn inner_first(expanded: &Expanded, shaped: &Shaped) -> Vec<CombinatorId> {
    let (schema, Shaped { shapes, cycles, .. }) = (&expanded.schema, shaped);
    let mut order = Vec::new();
    for ty in cycles.inner_first() {
        for &id in &schema[ty].constructors {
            // A struct for the values of a bit has the fields of the one around it.
            let is_around = expanded.combinators[id.0 as usize].part != Part::Record;
            order.push(((cycles.rank(ty), leads_back(schema, cycles, ty, id), is_around), id));
        }
    }
    order.sort_by_key(|(key, _)| *key);
    let functions = schema.combinators().filter(|(_, it)| it.role == Role::Function);
    let all = order.into_iter().map(|(_, id)| id).chain(functions.map(|(id, _)| id));
    all.filter(|id| shapes.path(*id).is_some()).collect()
}

/// Whether a field of `constructor` leads back to `ty` without a vector between.
pub(crate) fn leads_back(
    schema: &Schema,
    cycles: &Cycles,
    ty: TypeId,
    constructor: CombinatorId,
) -> bool {
    schema[constructor]
        .fields
        .iter()
        .any(|field| inline_type(schema, &field.ty).is_some_and(|to| cycles.share_inline(ty, to)))
}
