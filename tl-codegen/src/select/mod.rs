//! The stage between check and plan: a schema, and the part of it that is to be generated.
//!
//! [`Roots`] says what is asked for by name, [`Needs`] what each thing needs, [`Kept`] is the closure of the one in the other,
//! and [`subset`] the schema of what is kept. Later stages see a smaller schema and need not know that there was another. [`cost`] tells
//! how large it is.

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

/// Selects from a schema, or says why that cannot be; types of the user's, `externs`, need nothing.
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

/// The schema by which values are walked: all of it, where one may hold any other.
fn carried<'s>(schema: &'s Schema, whole: &Kept) -> Cow<'s, Schema> {
    let holds_any = |(id, ty): (TypeId, &Type)| {
        whole.has_type(id) && matches!(ty.builtin, Some(Builtin::Object | Builtin::Function))
    };
    if schema.types().any(holds_any) {
        return Cow::Borrowed(schema);
    }
    Cow::Owned(subset(schema, whole))
}
