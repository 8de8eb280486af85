//! Reads files into a checked schema: all stages in one call.

pub(crate) mod codes;

use crate::{
    diagnostic::Diagnostic,
    dialect::Dialect,
    grammar::{Parsed, parse},
    lower::{declaration::Program, lower},
    schema::Schema,
    source::Sources,
};

/// What the user decides about checking.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The dialect; `None` has it guessed from the files.
    pub dialect: Option<Dialect>,
}

/// A schema, and all that is to be said about the files that it comes from.
#[derive(Clone, Debug)]
pub struct Checked {
    /// What is sound.
    pub schema: Schema,
    /// Errors and warnings, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads all files as one schema, and reports everything that is wrong with them.
///
/// The order of the declarations means nothing. Faulty ones are reported and left out.
#[must_use]
pub fn check(sources: &Sources, options: &Options) -> Checked {
    let parsed: Vec<_> =
        sources.iter().map(|(id, source)| (id, source, parse(id, &source.text))).collect();
    let mut program = Program::default();
    for (id, source, Parsed { file, .. }) in &parsed {
        program.add(*id, file, &source.text);
    }
    let lowered = lower(&program, options.dialect.unwrap_or_default());
    let mut diagnostics = lowered.diagnostics;
    diagnostics.extend(parsed.iter().flat_map(|(_, _, parsed)| parsed.diagnostics.iter().cloned()));
    diagnostics.sort_by_key(|fault| (fault.location(), fault.code));
    Checked { schema: lowered.schema, diagnostics }
}
