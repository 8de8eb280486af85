//! The table of the third pass: the fields of all structs.
//!
//! Goldens: none, because it is a table.

use std::sync::Arc;

use typelang_parser::schema::CombinatorId;

use super::field_names::FieldNames;
use crate::plan::model::{
    item::{Accessor, Field, Given, NumberParam},
    size::Size,
    wire::{Assembly, Step},
};

/// The decisions about the fields of one combinator. Its struct shares the lists.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) list: Arc<[Field]>,
    pub(crate) wire: Arc<[Step]>,
    pub(crate) assembly: Assembly,
    pub(crate) accessors: Arc<[Accessor]>,
    pub(crate) numbers: Arc<[NumberParam]>,
    /// The numbers that reading uses, and those that writing uses.
    pub(crate) read_by: Given,
    pub(crate) written_by: Given,
    /// The variables of its numbers, for other code that needs them.
    pub(crate) names: Arc<FieldNames>,
    pub(crate) min_len: u32,
    pub(crate) size: Size,
}

/// The fields of each decided struct.
#[derive(Debug)]
pub(crate) struct Decided(Vec<Option<Fields>>);

impl Decided {
    /// Creates a table for this many combinators, without rows.
    pub(crate) fn new(combinators: usize) -> Self {
        Self(vec![None; combinators])
    }

    /// Adds a row.
    pub(crate) fn insert(&mut self, id: CombinatorId, fields: Fields) {
        self.0[id.0 as usize] = Some(fields);
    }

    /// Returns the row of a combinator, if it has a struct.
    pub(crate) fn get(&self, id: CombinatorId) -> Option<&Fields> {
        self.0[id.0 as usize].as_ref()
    }
}
