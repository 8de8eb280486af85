//! Reads files into a checked schema: all stages in one call.

mod allow;
mod bare;
pub(crate) mod codes;
mod finality;
mod finite;
mod guess;
mod ids;
mod instantiation;
mod lints;
mod remarks;
mod sink;

use std::collections::{BTreeMap, BTreeSet};

use self::allow::Allows;
pub use self::guess::Guess;
pub(crate) use self::sink::Sink;
use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    dialect::Dialect,
    docs::docs_of,
    grammar::{Allowance, parse_within},
    lower::{Lowered, declaration::Program, lower},
    schema::Schema,
    source::Sources,
};

/// What the user decides about checking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The dialect; `None` has it guessed from the files.
    pub dialect: Option<Dialect>,
    /// What becomes of single warnings. Those not named here are reported, but for `TL0206`, a
    /// written id that is not the computed one, which is silent.
    pub levels: BTreeMap<Code, Level>,
    /// What becomes of all warnings that are left.
    pub warnings: Warnings,
    /// Declarations, as `name#0123abcd`, whose written ids are known not to be the computed ones.
    pub allowed_id_mismatches: BTreeSet<String>,
}

/// What becomes of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It is not reported.
    Allow,
    /// It is reported as a warning.
    Warn,
    /// It is reported as an error.
    Deny,
}

/// What becomes of warnings for which no [`Level`] is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Warnings {
    /// They are reported as warnings.
    #[default]
    Warn,
    /// They are reported as errors.
    Deny,
}

impl Options {
    /// What becomes of a warning.
    #[must_use]
    pub fn level(&self, code: Code) -> Level {
        let by_default = match self.warnings {
            _ if code == codes::ID_MISMATCH => Level::Allow,
            Warnings::Warn => Level::Warn,
            Warnings::Deny => Level::Deny,
        };
        self.levels.get(&code).copied().unwrap_or(by_default)
    }

    fn is_reported(&self, code: Code) -> bool {
        self.level(code) != Level::Allow
    }
}

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
}

impl Checked {
    /// Whether an error is among the diagnostics.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|fault| fault.severity == Severity::Error)
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
    let diagnostics = sink.settle();
    Checked { schema: lowered.schema, diagnostics, guess, unused_id_allowances: unused }
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
