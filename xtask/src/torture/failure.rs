//! What went wrong, and how it is told.

use std::fmt;

/// A fault, of a kind that stays the same when the schema is made smaller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: String,
    /// What differed, with the value.
    pub(crate) details: String,
}

impl Fault {
    pub(crate) fn new(kind: impl Into<String>, details: impl Into<String>) -> Self {
        Self { kind: kind.into(), details: details.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.kind, self.details.trim_end())
    }
}
