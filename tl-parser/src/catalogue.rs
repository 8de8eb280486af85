//! The diagnostics that `tl check --explain TL0123` explains.

mod codegen;
mod compatibility;
mod lint;
pub mod refusals;
mod semantic;
mod syntax;

pub use compatibility::PREDECESSOR;

use crate::diagnostic::{Code, Severity};

/// An explained rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The code.
    pub code: Code,
    /// The rule in a few words, in lower case and without a full stop.
    pub title: &'static str,
    /// Whether breaking the rule is an error or a warning.
    pub severity: Severity,
    /// The rule and its reason, in full sentences.
    pub explanation: &'static str,
    /// A complete schema that breaks the rule; empty if it would be too long to show.
    pub bad: &'static str,
    /// The corrected schema; empty if `bad` is.
    pub good: &'static str,
}

/// Returns the rule with this code, or `None` if there is none.
#[must_use]
pub fn explain(code: Code) -> Option<&'static Entry> {
    entries().find(|entry| entry.code == code)
}

/// Iterates over all rules, by ascending code.
pub fn entries() -> impl Iterator<Item = &'static Entry> {
    let of_parser = syntax::ENTRIES.iter().chain(semantic::ENTRIES).chain(lint::ENTRIES);
    of_parser.chain(compatibility::ENTRIES).chain(codegen::ENTRIES)
}
