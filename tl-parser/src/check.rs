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

use std::collections::{BTreeMap, BTreeSet};

pub use self::guess::Guess;
use crate::{
    diagnostic::{Code, Diagnostic, Severity},
    dialect::Dialect,
    docs::docs_of,
    grammar::parse,
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
/// what only refers to it is not reported again.
#[must_use]
pub fn check(sources: &Sources, options: &Options) -> Checked {
    let parsed: Vec<_> =
        sources.iter().map(|(id, source)| (id, source, parse(id, &source.text))).collect();
    let mut program = Program::default();
    for (id, source, parsed) in &parsed {
        program.add(*id, &parsed.file, &source.text);
    }
    let files: Vec<_> = parsed.iter().map(|(id, _, parsed)| (*id, &parsed.file)).collect();
    let trees: Vec<_> = files.iter().map(|(_, tree)| *tree).collect();
    let guess = options.dialect.is_none().then(|| guess::guess(&program, &trees));
    let dialect = options.dialect.or(guess.as_ref().map(|guess| guess.dialect)).unwrap_or_default();
    let mut lowered = lower(&program, dialect);
    let mut diagnostics = core::mem::take(&mut lowered.diagnostics);
    let docs: Vec<_> =
        parsed.iter().map(|(_, source, parsed)| docs_of(&parsed.file, &source.text)).collect();
    let declarations = program.declarations.as_slice();
    diagnostics.extend(remarks::attach(&mut lowered.schema, declarations, &lowered.origins, &docs));
    let mut unused = options.allowed_id_mismatches.clone();
    diagnostics.extend(whole(&program, &lowered, options, &mut unused));
    if !options.is_reported(codes::ID_MISMATCH) {
        unused.clear();
    }
    diagnostics.extend(parsed.iter().flat_map(|(_, _, parsed)| parsed.diagnostics.iter().cloned()));
    allow::apply(sources, &files, options, &mut diagnostics);
    settle(options, &mut diagnostics);
    Checked { schema: lowered.schema, diagnostics, guess, unused_id_allowances: unused }
}

/// The checks that look at several declarations at once.
fn whole(
    program: &Program<'_>,
    lowered: &Lowered,
    options: &Options,
    unused: &mut BTreeSet<String>,
) -> Vec<Diagnostic> {
    let (schema, origins) = (&lowered.schema, lowered.origins.as_slice());
    let declarations = program.declarations.as_slice();
    let mut out = ids::ids(schema, declarations, origins, options, unused);
    out.extend(bare::bare_uses(schema, declarations, origins, &lowered.bare_uses));
    out.extend(bare::defaults(schema, declarations, origins));
    out.extend(finality::finalities(program, schema, origins));
    let growing = instantiation::infinite(schema);
    out.extend(finite::infinite(schema, &lowered.incomplete, &growing));
    out.extend(growing);
    out.extend(lints::masks_as_sizes(&lowered.masks_as_sizes));
    out.extend(lints::anonymous_fields(schema));
    out
}

/// Gives every warning the severity that the user wants, and sorts all by place.
fn settle(options: &Options, diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.retain_mut(|fault| {
        if fault.severity == Severity::Warning {
            match options.level(fault.code) {
                Level::Allow => return false,
                Level::Warn => {}
                Level::Deny => fault.severity = Severity::Error,
            }
        }
        true
    });
    diagnostics.sort_by(|left, right| {
        let key = |fault: &Diagnostic| (fault.location(), fault.code);
        key(left).cmp(&key(right)).then_with(|| left.message.cmp(&right.message))
    });
}
