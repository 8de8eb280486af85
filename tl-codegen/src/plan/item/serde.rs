//! Decides which items implement serde's traits, and their names in the schema.
//!
//! Goldens: `serde`, `parameters`.

use typelang_parser::{
    catalogue::refusals::LONG_ARGUMENTS,
    schema::{CombinatorId, TypeId},
};

use crate::plan::expand::{expanded, params};
use crate::plan::field::tables::Tables;
use crate::plan::model::serde::{SerdeImpl, SerdeImpls};
use crate::plan::shape::shapes::Shape;
use crate::{queries::made_by, refusals::Refusals};

/// Returns the items that implement serde's traits.
pub(crate) fn impls(tables: &Tables<'_>, refusals: &mut Refusals) -> SerdeImpls {
    let structs = tables.schema.combinators();
    let structs = structs.filter_map(|(id, _)| of_struct(tables, refusals, id));
    let mut all: Vec<SerdeImpl> = structs.collect();
    let enums = tables.schema.types();
    all.extend(enums.filter_map(|(id, _)| of_enum(tables, refusals, id)));
    all.sort();
    let (borrowing, owned) = all.into_iter().partition(|item| item.path.borrows);
    SerdeImpls { owned, borrowing }
}

/// Returns the impl for a struct with an encoding of its own: a row or a record has no id, and a value that
/// depends on numbers from outside is not complete.
fn of_struct(tables: &Tables<'_>, refusals: &mut Refusals, id: CombinatorId) -> Option<SerdeImpl> {
    let (path, origin) = (tables.shapes.path(id)?, tables.origin(id));
    if origin.part != expanded::Part::Whole || !tables.fields(id).numbers.is_empty() {
        return None;
    }
    let combinator = &tables.schema[id];
    // The id does not identify the arguments, but the type does.
    let is_told_by_id = origin.filled.suffix.is_empty();
    let tl = if is_told_by_id {
        format!("{}#{:08x}", combinator.name, combinator.id)
    } else {
        name(tables, refusals, made_by(combinator)?)?
    };
    Some(SerdeImpl { path: path.clone(), params: params::in_order(combinator), tl })
}

fn of_enum(tables: &Tables<'_>, refusals: &mut Refusals, id: TypeId) -> Option<SerdeImpl> {
    let Shape::Sum(path) = tables.shapes.of(id) else { return None };
    if !tables.schema[id].params.is_empty() {
        return None;
    }
    let tl = name(tables, refusals, id)?;
    Some(SerdeImpl { path: path.clone(), params: Vec::new(), tl })
}

/// Returns the TL name of a type; refuses one that is too long.
fn name(tables: &Tables<'_>, refusals: &mut Refusals, id: TypeId) -> Option<String> {
    let ty = &tables.schema[id];
    let name = format!("{}{}", ty.name, tables.type_args(id));
    if !name.contains('…') {
        return Some(name);
    }
    if let Some(constructor) = ty.constructors.first() {
        let remedy = "declare a type of its own for the inner type, or leave serde's traits out";
        let message = format!("the arguments of `{}` are too long for serde's traits", ty.name);
        refusals.refuse(LONG_ARGUMENTS, tables.schema[*constructor].location, message, remedy);
    }
    None
}
