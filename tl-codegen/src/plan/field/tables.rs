//! What planning looks things up in.

use std::{
    cell::{OnceCell, RefCell},
    collections::BTreeSet,
};

use typelang_parser::{
    Diagnostic, Location, Schema,
    diagnostic::{Code, Label, Severity},
    schema::{CombinatorId, TypeId},
};

use crate::{
    plan::{
        build::Wishes,
        expand::expanded::{Expanded, Fault, Origin},
        field::{determined::Determination, fields::Fields, layout, tails::Tails},
        model::text::TextTypes,
        requests::Requests,
        shape::{
            cycles::{Cycles, cycles},
            shapes::{Shapes, shapes},
        },
    },
    queries::has_free_bits,
};

/// The schema, and what has been decided of it so far.
pub(crate) struct Context<'a> {
    pub(crate) schema: &'a Schema,
    pub(crate) expanded: &'a Expanded,
    pub(crate) text: &'a TextTypes,
    pub(crate) enum_limit: u32,
    /// The feature with which methods can be decoded, if they cannot always.
    pub(crate) server_feature: Option<&'a str>,
    /// Whether generated code carries its schema.
    pub(crate) reflects: bool,
    pub(crate) shapes: Shapes,
    pub(crate) cycles: Cycles,
    pub(crate) determination: Determination,
    pub(crate) tails: Tails,
    pub(crate) requests: &'a Requests<'a>,
    fields: Vec<OnceCell<Fields>>,
    faults: RefCell<Vec<Diagnostic>>,
    known_faults: RefCell<BTreeSet<(Location, String)>>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        expanded: &'a Expanded,
        wishes: &'a Wishes,
        requests: &'a Requests<'a>,
    ) -> Self {
        let schema = &expanded.schema;
        let cycles = cycles(expanded);
        let determination = Determination::new(schema, &cycles.inner_first());
        let context = Self {
            schema,
            expanded,
            text: &wishes.text,
            server_feature: wishes.server_feature.as_deref(),
            reflects: !wishes.no_reflection,
            enum_limit: wishes.enum_limit.unwrap_or(layout::ENUM_LIMIT),
            shapes: shapes(expanded, &wishes.externs, &wishes.text, requests),
            requests,
            cycles,
            determination,
            tails: Tails::new(schema),
            fields: vec![OnceCell::new(); schema.combinators.len()],
            faults: RefCell::default(),
            known_faults: RefCell::default(),
        };
        for fault in &expanded.faults {
            match *fault {
                Fault::Unsupported { location, what, remedy } => {
                    context.unsupported(location, what, remedy);
                }
                Fault::Expansion { location, over } => {
                    let message = format!("the schema expands to more than {over}");
                    let remedy = "use fewer distinct arguments for types that take some";
                    context.refuse(Code(902), location, message, remedy);
                }
            }
        }
        context
    }

    /// The fields of `id`, decided once by `decide`.
    pub(crate) fn fields(&self, id: CombinatorId, decide: impl FnOnce() -> Fields) -> &Fields {
        self.fields[id.0 as usize].get_or_init(decide)
    }

    /// Whether the flag words of a combinator keep the bits that tell of no field: they do where schemas use such bits,
    /// in TON and VK, where the user asks for it, and where the fields they told of were left out.
    pub(crate) fn keeps_bits(&self, id: CombinatorId) -> bool {
        self.requests.keeps_bits(&self.schema[id].name)
            || has_free_bits(self.schema.dialect)
            || self.origin(id).is_partial
    }

    /// What a combinator is made of.
    pub(crate) fn origin(&self, id: CombinatorId) -> &Origin {
        &self.expanded.combinators[id.0 as usize]
    }

    /// What arguments add to the TL name of a type.
    pub(crate) fn type_args(&self, id: TypeId) -> &str {
        &self.expanded.types[id.0 as usize].tl
    }

    /// Notes that something legal cannot be generated.
    pub(crate) fn unsupported(&self, location: Location, what: &str, remedy: &str) {
        self.refuse(Code(901), location, format!("{what} is not generated"), remedy);
    }

    /// Notes why a schema cannot be generated.
    pub(crate) fn refuse(&self, code: Code, location: Location, message: String, remedy: &str) {
        // A value that shares its bit is decided once more with the values of the bit.
        if !self.known_faults.borrow_mut().insert((location, message.clone())) {
            return;
        }
        let fault = Diagnostic {
            code,
            severity: Severity::Error,
            message,
            labels: vec![Label { location, text: "used here".to_owned() }],
            notes: vec![remedy.to_owned()],
            suggestions: Vec::new(),
        };
        self.faults.borrow_mut().push(fault);
    }

    /// Notes what a user may not expect.
    pub(crate) fn warn(&self, code: Code, location: Location, message: String) {
        let labels = vec![Label { location, text: "declared here".to_owned() }];
        let warning = Diagnostic { labels, ..Diagnostic::warning(code, message) };
        self.faults.borrow_mut().push(warning);
    }

    /// All that cannot be generated.
    pub(crate) fn into_faults(self) -> Vec<Diagnostic> {
        self.faults.into_inner()
    }
}
