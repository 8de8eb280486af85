//! The table of the first pass: a schema in which types take no type arguments.
//!
//! Goldens: none, because it is a table.

use std::{collections::BTreeMap, sync::Arc};

use typelang_parser::{
    Schema,
    schema::{CombinatorId, Condition, Type, TypeExpr, VarId},
};

use super::numbers::Numbers;

/// A schema in which types take no type arguments, and the origins of its parts.
#[derive(Debug)]
pub(crate) struct Expanded {
    pub(crate) schema: Schema,
    pub(crate) combinators: Vec<Origin>,
    pub(crate) types: Vec<Filled>,
    /// The numbers of each combinator.
    pub(crate) numbers: Vec<Numbers>,
    /// The combinators of records: structs for the values of one bit that are too many for a tuple.
    pub(crate) records: BTreeMap<(CombinatorId, Condition), CombinatorId>,
}

impl Expanded {
    /// Begins with a schema without types and combinators.
    pub(crate) fn new(schema: Schema) -> Self {
        let (combinators, types, numbers) = (Vec::new(), Vec::new(), Vec::new());
        Self { schema, combinators, types, numbers, records: BTreeMap::new() }
    }
}

/// The origin of a combinator.
#[derive(Clone, Debug)]
pub(crate) struct Origin {
    pub(crate) part: Part,
    pub(crate) filled: Filled,
    /// For each number that has a field, the bits on which the declaration lets something depend; these
    /// fields may have been left out here.
    pub(crate) declared: BTreeMap<VarId, u32>,
    /// Whether the declaration has fields; all of them may have been left out here.
    pub(crate) has_fields: bool,
    /// The parameters for calls that return a certain type, each with that type.
    pub(crate) calls: Vec<(VarId, TypeExpr)>,
    /// The declaration as TL.
    pub(crate) line: Arc<str>,
}

/// The part of a declaration that a combinator is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The whole declaration.
    Whole,
    /// The row of a repetition in this field.
    Row(String),
    /// The record of a bit.
    Record,
}

/// The arguments that were filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filled {
    /// What they add to a Rust name.
    pub(crate) suffix: String,
    /// What they add to a TL name, such as `<int,3>`.
    pub(crate) tl: String,
}

/// Returns whether the parameters of a type must be filled in.
pub(crate) fn is_template(ty: &Type, externs: &BTreeMap<String, String>) -> bool {
    !ty.params.is_empty() && ty.builtin.is_none() && !externs.contains_key(&ty.name)
}
