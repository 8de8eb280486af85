//! The schema without types that take types: one type for each combination that is used.
//!
//! TL's parameters of kind `Type` are filled in here, so that each value has one exact form, and so are numbers that
//! are constants. Numbers that are known only from the bytes stay parameters. What is repeated in several fields, and
//! values too many for a tuple, become types too.

use std::{collections::BTreeMap, rc::Rc};

use typelang_parser::{
    Location, Schema,
    schema::{CombinatorId, Condition, Kind, Type, TypeExpr, TypeId, VarId},
};

use crate::plan::expand::{records, specialize::Expander};

/// A schema in which types take no types, and what its parts are made of.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub(crate) schema: Schema,
    pub(crate) combinators: Vec<Origin>,
    pub(crate) types: Vec<Filled>,
    /// The combinators that stand for the values of a bit which are too many for a tuple.
    pub(crate) records: BTreeMap<(CombinatorId, Condition), CombinatorId>,
    /// What cannot be filled in.
    pub(crate) faults: Vec<Fault>,
    /// The types of the schema that are made for arguments alone, and that nothing gives any.
    pub(crate) unused: Vec<TypeId>,
}

/// What a combinator is made of.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) part: Part,
    pub(crate) filled: Filled,
    /// Whether a constant left out fields, so that bits which the declaration knows tell of none.
    pub(crate) is_partial: bool,
    /// The parameters for calls that return a certain type, each with that type.
    pub(crate) calls: Vec<(VarId, TypeExpr)>,
    /// The declaration.
    pub(crate) line: Rc<str>,
}

/// Which part of a declaration a combinator is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// What a repetition of this field repeats.
    Row(String),
    /// The values of a bit.
    Record,
}

/// The arguments that were filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filled {
    /// What they add to a Rust name.
    pub(crate) words: String,
    /// What they add to a TL name: `<int,3>`.
    pub(crate) tl: String,
}

/// Something that cannot be generated.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Legal, but not supported.
    Unsupported { location: Location, what: &'static str, remedy: &'static str },
    /// More than a crate can have.
    Expansion { location: Location, over: &'static str },
}

/// Fills in what `schema` uses; types of the user's, `externs`, stay as they are.
pub(crate) fn expand(schema: &Schema, externs: &BTreeMap<String, String>) -> Expanded {
    let mut expander = Expander::new(schema, externs);
    for combinator in &schema.combinators {
        expander.copy(combinator);
    }
    expander.fill_in();
    let is_unused = |(id, ty): &(TypeId, &Type)| is_template(ty, externs) && !expander.is_used(*id);
    let unused: Vec<(TypeId, &Type)> = schema.types().filter(is_unused).collect();
    let (of_numbers, of_types): (Vec<_>, Vec<_>) =
        unused.into_iter().partition(|(_, ty)| takes_numbers_alone(ty));
    for (id, _) in of_numbers {
        expander.declare(id);
    }
    expander.fill_in();
    // What was declared now may use one.
    let unused = of_types.into_iter().map(|(id, _)| id).filter(|id| !expander.is_used(*id));
    let unused = unused.collect();
    let mut filled = Expanded { unused, ..expander.finish() };
    records::add(&mut filled);
    filled
}

/// Whether a type has to be filled in.
pub(crate) fn is_template(ty: &Type, externs: &BTreeMap<String, String>) -> bool {
    !ty.params.is_empty() && ty.builtin.is_none() && !externs.contains_key(&ty.name)
}

fn takes_numbers_alone(ty: &Type) -> bool {
    ty.params.iter().all(|kind| *kind == Kind::Nat)
}
