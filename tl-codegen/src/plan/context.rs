//! What planning looks things up in.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeMap,
};

use typelang_parser::{
    Diagnostic, Location, Schema,
    diagnostic::{Code, Label, Severity},
    schema::CombinatorId,
};

use super::{
    cycles::{Cycles, cycles},
    fields::Fields,
    shapes::{Shapes, shapes},
    text::TextTypes,
};

/// The schema, and what has been decided of it so far.
pub(crate) struct Context<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) text: &'a TextTypes,
    pub(crate) shapes: Shapes,
    pub(crate) cycles: Cycles,
    fields: Vec<OnceCell<Fields>>,
    faults: RefCell<Vec<Diagnostic>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        schema: &'a Schema,
        externs: &BTreeMap<String, String>,
        text: &'a TextTypes,
    ) -> Self {
        Self {
            schema,
            text,
            shapes: shapes(schema, externs, text),
            cycles: cycles(schema),
            fields: vec![OnceCell::new(); schema.combinators.len()],
            faults: RefCell::default(),
        }
    }

    /// The fields of `id`, decided once by `decide`.
    pub(crate) fn fields(&self, id: CombinatorId, decide: impl FnOnce() -> Fields) -> &Fields {
        self.fields[id.0 as usize].get_or_init(decide)
    }

    /// Notes that something legal cannot be generated.
    pub(crate) fn unsupported(&self, location: Location, what: &str, remedy: &str) {
        let fault = Diagnostic {
            code: Code(901),
            severity: Severity::Error,
            message: format!("{what} is not generated"),
            labels: vec![Label { location, text: "used here".to_owned() }],
            notes: vec![remedy.to_owned()],
            suggestions: Vec::new(),
        };
        // A value that shares its bit is decided once for each of the values with it.
        let mut faults = self.faults.borrow_mut();
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }

    /// All that cannot be generated.
    pub(crate) fn into_faults(self) -> Vec<Diagnostic> {
        self.faults.into_inner()
    }
}
