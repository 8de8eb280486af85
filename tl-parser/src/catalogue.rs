//! What every code means: the table behind `tl check --explain TL0123`.

mod codegen;
mod lint;
pub mod refusals;
mod semantic;
mod syntax;

use crate::diagnostic::{Code, Severity};

/// The rule that a code names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: Code,
    /// The rule in a few words, in lower case and without a full stop.
    pub title: &'static str,
    /// Whether breaking it is an error or a warning.
    pub severity: Severity,
    /// The rule and its reason, in sentences.
    pub explanation: &'static str,
    /// A whole schema that breaks it; empty if it would be too long to show.
    pub bad: &'static str,
    /// The same schema, mended; empty like `bad`.
    pub good: &'static str,
}

/// Returns the rule with the code, or `None` if there is none.
#[must_use]
pub fn explain(code: Code) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code)
}

/// All rules, by ascending code.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    syntax::ENTRIES.iter().chain(semantic::ENTRIES).chain(lint::ENTRIES).chain(codegen::ENTRIES)
}
