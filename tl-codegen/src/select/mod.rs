//! The stage between check and plan: selects the part of a schema to generate.
//!
//! [`Roots`] are the selected items, [`Needs`] the dependencies of each item, [`Kept`] the closure of the
//! roots, and [`subset`] makes a schema of it. Later stages see only this smaller schema. [`cost`] computes
//! its size.

mod choose;
pub(crate) mod cost;
mod dominated;
pub(crate) mod extent;
mod kept;
mod needs;
mod opaque;
mod reach;
mod root;
pub(crate) mod selection;
mod subset;

use std::{borrow::Cow, collections::BTreeSet};

use typelang_parser::{
    Schema,
    schema::{Builtin, Type, TypeId},
};

use self::{
    choose::{Chosen, choose},
    kept::Kept,
    needs::Needs,
    selection::{OpaqueMistake, Selected},
    subset::subset,
};
use crate::request::settings::Selection;

/// Selects from a schema, or returns the mistakes in the selection; your own types, `externs`, need nothing.
pub(crate) fn select<'a, 's>(
    schema: &'s Schema,
    selection: &Selection,
    externs: impl Iterator<Item = &'a str>,
) -> Result<Selected<'s>, Vec<OpaqueMistake>> {
    if selection.only.is_empty() && selection.opaque.is_empty() {
        let (schema, carried) = (Cow::Borrowed(schema), Cow::Borrowed(schema));
        return Ok(Selected { schema, carried });
    }
    let Chosen { roots, opaque, .. } = choose(schema, selection)?;
    let externs: BTreeSet<&str> = externs.collect();
    let is_extern = |id: TypeId| externs.contains(schema[id].name.as_str());
    let needs = Needs::of(schema);
    let inner = Kept::closure(&needs, &roots, |id| opaque.contains(&id) || is_extern(id));
    opaque::refuse_bare(schema, &inner, &opaque)?;
    let whole = Kept::closure(&needs, &roots, |_| false);
    let carried = carried(schema, &whole);
    Ok(Selected { schema: Cow::Owned(subset(schema, &inner)), carried })
}

/// Returns the schema by which values are walked: the whole schema, if a value may contain any other.
fn carried<'s>(schema: &'s Schema, whole: &Kept) -> Cow<'s, Schema> {
    let holds_any = |(id, ty): (TypeId, &Type)| {
        whole.has_type(id) && matches!(ty.builtin, Some(Builtin::Object | Builtin::Function))
    };
    if schema.types().any(holds_any) {
        return Cow::Borrowed(schema);
    }
    Cow::Owned(subset(schema, whole))
}
