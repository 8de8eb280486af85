//! The table of the first pass: a schema in which types take no types.
//!
//! Goldens: none, because it is a table.

use std::{collections::BTreeMap, rc::Rc};

use typelang_parser::{
    Schema,
    schema::{CombinatorId, Condition, Type, TypeExpr, VarId},
};

/// A schema in which types take no types, and what its parts are made of.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub(crate) schema: Schema,
    pub(crate) combinators: Vec<Origin>,
    pub(crate) types: Vec<Filled>,
    /// The combinators that stand for the values of a bit which are too many for a tuple.
    pub(crate) records: BTreeMap<(CombinatorId, Condition), CombinatorId>,
}

/// What a combinator is made of.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) part: Part,
    pub(crate) filled: Filled,
    /// The bits on which the declaration lets something depend, which may have been left out here, of each number that has a
    /// field.
    pub(crate) declared: BTreeMap<VarId, u32>,
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
    pub(crate) suffix: String,
    /// What they add to a TL name: `<int,3>`.
    pub(crate) tl: String,
}

/// Whether a type has to be filled in.
pub(crate) fn is_template(ty: &Type, externs: &BTreeMap<String, String>) -> bool {
    !ty.params.is_empty() && ty.builtin.is_none() && !externs.contains_key(&ty.name)
}
