//! Reads files into a checked schema: all stages in one call.

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

/// A schema, and all that is to be said about the files that it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What is sound.
    pub schema: Schema,
    /// Errors and warnings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The dialect as it was guessed and why; `None` when the user has named one.
    pub guess: Option<Guess>,
    /// Those of [`Options::allowed_id_mismatches`] that no declaration needs; empty when mismatches are
    /// not looked for.
    pub unused_id_allowances: BTreeSet<String>,
    /// What comments allow of the generator.
    allowances: Vec<LineAllowance>,
}

impl Checked {
    /// Whether an error is among the diagnostics.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|fault| fault.severity == Severity::Error)
    }

    /// Whether a comment of the `sources` that were checked allows a warning of the generator, `TL09nn`: on its line or the
    /// line above, as `// tl:allow(TL0905)`.
    #[must_use]
    pub fn allows(&self, sources: &Sources, warning: &Diagnostic) -> bool {
        is_allowed(&self.allowances, sources, warning)
    }
}

/// Reads all files as one schema, and reports everything that is wrong with them.
///
/// The order of the declarations means nothing. A faulty one is reported and left out of the schema, and
/// what only refers to it is not reported again. Of errors and of warnings 10,000 each are kept, and the rest is counted.
///
/// Besides what [`parse`](crate::parse) refuses, a file may not spell out more than 16 MiB and 40 times its length, by estimate of
/// the memory that it takes.
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

/// The checks that look at several declarations at once.
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
}
