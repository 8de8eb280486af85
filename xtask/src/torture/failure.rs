//! Faults that the test found.

use std::fmt;

/// A fault; its kind stays the same when the schema is reduced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) kind: String,
    /// The difference, with the value.
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
