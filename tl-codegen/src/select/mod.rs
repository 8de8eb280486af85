//! The stage between check and plan: a schema, and the part of it that is to be generated.
//!
//! [`Roots`] says what is asked for by name, [`Needs`] what each thing needs, [`Kept`] is the closure of the one in the other,
//! and [`subset`] the schema of what is kept. Later stages see a smaller schema and need not know that there was another. [`cost`] tells
//! how large it is.

pub(crate) mod cost;
mod dominated;
mod kept;
mod needs;
mod opaque;
mod reach;
mod root;
mod subset;

use std::{borrow::Cow, collections::BTreeSet};

use typelang_parser::{
    Schema,
    schema::{Builtin, Type, TypeId},
};

use self::{kept::Kept, needs::Needs, root::Roots, subset::subset};
use crate::request::settings::Selection;

/// Why something cannot be selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    /// The opaque type that is at fault; any of them if it is none in particular.
    pub(crate) opaque: Option<String>,
    pub(crate) message: String,
}

/// A schema of which a part was selected.
#[derive(Debug)]
pub(crate) struct Selected<'s> {
    /// What is generated. A type without constructors, if it is not predefined, is opaque or the user's own.
    pub(crate) schema: Cow<'s, Schema>,
    /// The same with all that opaque values may hold: what generated code carries.
    pub(crate) carried: Cow<'s, Schema>,
}

/// Selects from a schema, or says why that cannot be; types of the user's, `externs`, need nothing.
pub(crate) fn select<'a, 's>(
    schema: &'s Schema,
    selection: &Selection,
    externs: impl Iterator<Item = &'a str>,
) -> Result<Selected<'s>, Vec<Fault>> {
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

/// What the names of a selection are.
struct Chosen {
    roots: Roots,
    opaque: BTreeSet<TypeId>,
    /// Each selector of `only` with what it selects.
    by_selector: Vec<(String, Roots)>,
}

fn choose(schema: &Schema, selection: &Selection) -> Result<Chosen, Vec<Fault>> {
    let mut faults = Vec::new();
    let opaque = opaque::types(schema, &selection.opaque, &mut faults);
    let mut by_selector = Vec::new();
    for selector in &selection.only {
        let found = Roots::selected(schema, selector);
        if let Some(ty) = found.named.filter(|ty| opaque.contains(ty)) {
            let name = &schema[ty].name;
            let message = format!(
                "`only` asks for `{selector}` by name, and values of `{name}` are not generated; leave one of the two out"
            );
            faults.push(Fault { opaque: Some(name.clone()), message });
        }
        by_selector.push((selector.clone(), found));
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut roots = Roots::default();
    if by_selector.is_empty() {
        roots = Roots::outermost(schema, &Needs::of(schema));
    }
    for (_, more) in &by_selector {
        roots.add(more);
    }
    Ok(Chosen { roots, opaque, by_selector })
}
