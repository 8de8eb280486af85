//! Refuses items that are too large for rustc or for the stack.
//!
//! Goldens: none, because it decides refusals.

use typelang_parser::{
    Schema,
    catalogue::refusals::{EQUAL_NAMES, LARGE_STRUCT},
    schema::{Combinator, Type},
};

use crate::plan::field::tables::Tables;
use crate::plan::model::{
    names::{self, EQUAL_LIMIT},
    rust::Name,
};
use crate::plan::shape::shapes::Shape;
use crate::refusals::Refusals;

/// The limit of a struct's estimated size in bytes; threads have a stack of 2 MiB.
const STRUCT_LIMIT: u32 = 1 << 20;

/// Refuses structs that are larger than the stack, and too many equal names.
pub(crate) fn refuse(tables: &Tables<'_>, refusals: &mut Refusals) {
    refuse_crowded_enums(tables, refusals);
    for (id, combinator) in tables.schema.combinators() {
        let paths = tables.shapes.path(id).map(|path| &path.name);
        refuse_crowd(refusals, combinator, paths.into_iter().chain(tables.shapes.variant(id)));
        if paths.is_none() {
            continue;
        }
        let decided = tables.fields(id);
        refuse_crowd(refusals, combinator, decided.list.iter().map(|field| &field.name));
        if decided.size.bytes > STRUCT_LIMIT {
            let message =
                format!("a struct of more than 1 MiB would be generated for `{}`", combinator.name);
            let remedy = "put some of its fields into types of their own";
            refusals.refuse(LARGE_STRUCT, combinator.location, message, remedy);
        }
    }
}

/// Refuses enums if too many have one name.
fn refuse_crowded_enums(tables: &Tables<'_>, refusals: &mut Refusals) {
    for (id, ty) in tables.schema.types() {
        let (Shape::Sum(path) | Shape::Opaque(path)) = tables.shapes.of(id) else { continue };
        if let Some(first) = first(tables.schema, ty) {
            refuse_crowd(refusals, first, [&path.name]);
        }
    }
}

/// Refuses names that need too many underscores to be distinct.
pub(crate) fn refuse_crowd<'n>(
    refusals: &mut Refusals,
    combinator: &Combinator,
    names: impl IntoIterator<Item = &'n Name>,
) {
    if let Some(name) = names.into_iter().find(|name| names::is_crowded(name)) {
        let name = name.as_str().trim_end_matches('_');
        let message = format!("more than {EQUAL_LIMIT} names in one place are `{name}` in Rust");
        let remedy = "choose names that differ in more than underscores and case";
        refusals.refuse(EQUAL_NAMES, combinator.location, message, remedy);
    }
}

fn first<'s>(schema: &'s Schema, ty: &Type) -> Option<&'s Combinator> {
    ty.constructors.first().map(|id| &schema[*id])
}
