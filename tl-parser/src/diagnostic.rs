//! Faults as data: what is wrong, where, and what to do next.

use core::fmt;

use crate::span::Location;

/// The stable number of a rule, shown as `TL0123`. The catalogue explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TL{:04}", self.0)
    }
}

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The schema means nothing, or not what it seems to.
    Error,
    /// Legal, but probably not what was meant.
    Warning,
}

/// One thing that is wrong with a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which rule.
    pub code: Code,
    /// How bad.
    pub severity: Severity,
    /// What is wrong, in one line, in lower case and without a full stop.
    pub message: String,
    /// Where; the first is the place that the report is sorted under.
    pub labels: Vec<Label>,
    /// What else the reader should know, a line each.
    pub notes: Vec<String>,
    /// Edits that would mend it.
    pub suggestions: Vec<Suggestion>,
}

/// A marked place and what to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub location: Location,
    /// A few words; may be empty.
    pub text: String,
}

/// An edit that would mend a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the edit does: "write `Vector<int>`".
    pub text: String,
    /// What is replaced.
    pub location: Location,
    /// By what.
    pub replacement: String,
}
