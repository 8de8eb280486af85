//! Reads files into a checked schema, through all stages.

mod bare;
mod finality;
mod finite;
mod guess;
mod ids;
mod instantiation;
mod lints;
mod remarks;

use std::collections::BTreeSet;

pub use self::guess::Guess;
use crate::{
    codes,
    diagnostic::{Diagnostic, Severity},
    docs::docs_of,
    faults::{
        allow::{Allows, LineAllowance, is_allowed},
        options::Options,
        sink::Sink,
    },
    grammar::{Allowance, parse_within},
    lower::{Lowered, declaration::Program, lower},
    schema::Schema,
    source::Sources,
};

/// A schema, with the diagnostics of the files it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The declarations without errors.
    pub schema: Schema,
    /// Errors and warnings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The guessed dialect and the reason; `None` if you named a dialect.
    pub guess: Option<Guess>,
    /// The entries of [`Options::allowed_id_mismatches`] that match no declaration; empty when id mismatches
    /// are not checked.
    pub unused_id_allowances: BTreeSet<String>,
    /// The warnings of the generator that comments allow.
    allowances: Vec<LineAllowance>,
}

impl Checked {
    /// Returns whether any diagnostic is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Returns whether a comment in the checked `sources` allows a warning of the generator, `TL09nn`: on its
    /// line or the line above, for example `// tl:allow(TL0905)`.
    #[must_use]
    pub fn allows(&self, sources: &Sources, warning: &Diagnostic) -> bool {
        is_allowed(&self.allowances, sources, warning)
    }
}

/// Reads all files as one schema and reports every fault.
///
/// The order of declarations does not matter. A faulty declaration is reported and left out of the schema;
/// declarations that refer to it are not reported for that. At most 10,000 errors and 10,000 warnings are
/// kept; the rest are only counted.
///
/// In addition to the limits of [`parse`](crate::parse), the estimated memory of a file may not exceed 16 MiB
/// plus 40 times its length.
#[must_use]
pub fn check(sources: &Sources, options: &Options) -> Checked {
    let (mut trees, mut found) = (Vec::new(), Vec::new());
    for (id, source) in sources.iter() {
        let parsed = parse_within(id, &source.text, Allowance::SCHEMA);
        trees.push(parsed.file);
        found.push(parsed.diagnostics);
    }
    let mut program = Program::default();
    for ((id, source), tree) in sources.iter().zip(&trees) {
        program.add(id, tree, &source.text);
    }
    let guess = options.dialect.is_none().then(|| guess::guess(&program, &trees));
    let dialect = options.dialect.or(guess.as_ref().map(|guess| guess.dialect)).unwrap_or_default();
    let mut sink = Sink::new(options, Allows::new(sources, &trees));
    sink.extend(found.into_iter().flatten());
    let mut lowered = lower(&program, dialect, &mut sink);
    let texts = sources.iter().map(|(_, source)| source.text.as_str());
    let docs = trees.iter().zip(texts).map(|(tree, text)| docs_of(tree, text)).collect();
    let declarations = program.declarations.as_slice();
    remarks::attach(&mut lowered.schema, declarations, &lowered.origins, docs, &mut sink);
    let mut unused = options.allowed_id_mismatches.clone();
    whole(&program, &lowered, options, &mut unused, &mut sink);
    if !options.is_reported(codes::ID_MISMATCH) {
        unused.clear();
    }
    let allowances = sink.allowances_of_generator();
    let diagnostics = sink.settle();
    Checked { schema: lowered.schema, diagnostics, guess, unused_id_allowances: unused, allowances }
}

/// Runs the checks that compare several declarations.
fn whole(
    program: &Program<'_>,
    lowered: &Lowered,
    options: &Options,
    unused: &mut BTreeSet<String>,
    sink: &mut Sink<'_>,
) {
    let (schema, origins) = (&lowered.schema, lowered.origins.as_slice());
    let declarations = program.declarations.as_slice();
    ids::ids(schema, declarations, origins, options, unused, sink);
    bare::bare_uses(schema, declarations, origins, &lowered.bare_uses, sink);
    bare::defaults(schema, declarations, origins, sink);
    finality::finalities(program, schema, origins, sink);
    let growing = instantiation::infinite(schema);
    sink.extend(finite::infinite(schema, &lowered.incomplete, &growing));
    sink.extend(growing);
    lints::masks_as_sizes(&lowered.masks_as_sizes, sink);
    lints::anonymous_fields(schema, sink);
    lints::builtin_constructors(schema, sink);
}
