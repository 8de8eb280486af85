//! The first pass: the schema without types that take types, one type for each combination that is used.
//!
//! TL's parameters of kind `Type` are filled in here, so that each value has one exact form, and so are numbers that
//! are constants. Numbers that are known only from the bytes stay parameters. What is repeated in several fields, and
//! values too many for a tuple, become types too.

pub(crate) mod declared;
pub(crate) mod expanded;
pub(crate) mod instance_name;
mod made;
pub(crate) mod numbers;
pub(crate) mod params;
pub(crate) mod records;
pub(crate) mod results;
pub(crate) mod rows;
pub(crate) mod scope;
pub(crate) mod specialize;
pub(crate) mod tl_line;
pub(crate) mod unify;
pub(crate) mod unused;

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Kind, Type, TypeId},
};

use self::{
    expanded::{Expanded, is_template},
    specialize::Expander,
    unused::tell_unused,
};
use crate::refusals::Refusals;

/// Fills in what `schema` uses; types of the user's, `externs`, stay as they are.
///
/// `None` when the schema expands beyond a limit: what is made until then would only cost the passes behind time.
pub(crate) fn expand(
    schema: &Schema,
    externs: &BTreeMap<String, String>,
    refusals: &mut Refusals,
) -> Option<Expanded> {
    let mut expander = Expander::new(schema, externs, refusals);
    for (id, _) in schema.combinators() {
        expander.copy(id);
        expander.within_limit()?;
    }
    expander.fill_in()?;
    let is_unused = |(id, ty): &(TypeId, &Type)| is_template(ty, externs) && !expander.is_used(*id);
    let unused: Vec<(TypeId, &Type)> = schema.types().filter(is_unused).collect();
    let (of_numbers, of_types): (Vec<_>, Vec<_>) =
        unused.into_iter().partition(|(_, ty)| takes_numbers_alone(ty));
    for (id, _) in of_numbers {
        expander.declare(id);
    }
    expander.fill_in()?;
    // What was declared now may use one.
    let unused = of_types.into_iter().map(|(id, _)| id).filter(|id| !expander.is_used(*id));
    let unused: Vec<TypeId> = unused.collect();
    let mut filled = expander.finish();
    tell_unused(schema, &unused, refusals);
    records::add(&mut filled);
    Some(filled)
}

fn takes_numbers_alone(ty: &Type) -> bool {
    ty.params.iter().all(|kind| *kind == Kind::Nat)
}
