//! The first pass: expands the schema to one without type parameters, with one type for each combination of
//! arguments in use.
//!
//! Parameters of kind `Type` are filled in here, so that each value has one exact form, and so are constant
//! numbers. Numbers that are known only from the bytes remain parameters. Rows of several fields, and values
//! too many for a tuple, become types of their own.

mod copied;
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
    numbers::Numbers,
    specialize::Expander,
    unused::tell_unused,
};
use crate::{parallel, refusals::Refusals};

/// Fills in the parameters of all types that `schema` uses; your own types, `externs`, stay as they are.
///
/// Returns `None` if the schema expands beyond a limit, so that later passes spend no time on it.
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
    // A type declared in this loop may use one.
    let unused = of_types.into_iter().map(|(id, _)| id).filter(|id| !expander.is_used(*id));
    let unused: Vec<TypeId> = unused.collect();
    let mut filled = expander.finish();
    tell_unused(schema, &unused, refusals);
    filled.numbers = numbers(&filled);
    records::add(&mut filled);
    Some(filled)
}

/// Finds what depends on the numbers of each combinator.
fn numbers(expanded: &Expanded) -> Vec<Numbers> {
    let all = expanded.schema.combinators.iter().zip(&expanded.combinators).collect();
    parallel::map(all, |(combinator, origin)| Numbers::new(combinator, &origin.declared))
}

fn takes_numbers_alone(ty: &Type) -> bool {
    ty.params.iter().all(|kind| *kind == Kind::Nat)
}
