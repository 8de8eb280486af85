//! Faults as data: what is wrong, where, and what to do next.

use core::fmt;

use crate::{printable::printable, span::Location};

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
    /// Whether a program may make the edit.
    pub applicability: Applicability,
}

/// Whether a program may make an edit that nobody has looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Applicability {
    /// Yes: the edit only spells out how the text was read. `tl check --fix` makes it.
    Certain,
    /// No: the edit chooses a name or a meaning, and another may be right.
    Guess,
}

impl Diagnostic {
    /// A fault of severity [`Severity::Error`] with nothing but its message.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, &message.into())
    }

    /// A fault of severity [`Severity::Warning`] with nothing but its message.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, &message.into())
    }

    /// Words may quote the schema, and go to a terminal: [`printable`] makes them safe. An edit stays as it is.
    fn new(code: Code, severity: Severity, message: &str) -> Self {
        let message = printable(message).into_owned();
        let (labels, notes, suggestions) = (Vec::new(), Vec::new(), Vec::new());
        Self { code, severity, message, labels, notes, suggestions }
    }

    /// Adds a marked place; the first is the main one.
    #[must_use]
    pub fn label(mut self, location: Location, text: impl Into<String>) -> Self {
        let text = printable(&text.into()).into_owned();
        self.labels.reserve_exact(1);
        self.labels.push(Label { location, text });
        self
    }

    /// Adds a line of explanation.
    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.reserve_exact(1);
        self.notes.push(printable(&text.into()).into_owned());
        self
    }

    /// Adds an edit that may mend the fault, for people to choose.
    #[must_use]
    pub fn suggest(
        self,
        text: impl Into<String>,
        location: Location,
        replacement: impl Into<String>,
    ) -> Self {
        self.edit(&text.into(), location, replacement.into(), Applicability::Guess)
    }

    /// Adds an edit that mends the fault, and that a program may make.
    #[must_use]
    pub fn mend(
        self,
        text: impl Into<String>,
        location: Location,
        replacement: impl Into<String>,
    ) -> Self {
        self.edit(&text.into(), location, replacement.into(), Applicability::Certain)
    }

    fn edit(
        mut self,
        text: &str,
        location: Location,
        replacement: String,
        applicability: Applicability,
    ) -> Self {
        let text = printable(text).into_owned();
        self.suggestions.reserve_exact(1);
        self.suggestions.push(Suggestion { text, location, replacement, applicability });
        self
    }

    /// The place that the report is sorted under; `None` when the fault has none.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.labels.first().map(|label| label.location)
    }
}
