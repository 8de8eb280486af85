//! Diagnostics: what is wrong, where, and how to fix it.

use core::fmt;

use crate::{printable::printable, span::Location};

/// The stable number of a rule, displayed as `TL0123`. The catalogue explains each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub u16);

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "TL{:04}", self.0)
    }
}

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The schema is invalid, or does not mean what it seems to mean.
    Error,
    /// The schema is valid, but probably not what you meant.
    Warning,
}

/// One fault of a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that is broken.
    pub code: Code,
    /// The severity.
    pub severity: Severity,
    /// What is wrong, in one line, in lower case and without a full stop.
    pub message: String,
    /// The marked places; reports are sorted by the first.
    pub labels: Vec<Label>,
    /// Further explanations, one line each.
    pub notes: Vec<String>,
    /// Edits that fix the fault.
    pub suggestions: Vec<Suggestion>,
}

/// A marked place with a short text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The place.
    pub location: Location,
    /// A few words; may be empty.
    pub text: String,
}

/// An edit that fixes a fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What the edit does: "write `Vector<int>`".
    pub text: String,
    /// The text to replace.
    pub location: Location,
    /// The text to insert.
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
    /// Creates a diagnostic of severity [`Severity::Error`] with only a message.
    #[must_use]
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, &message.into())
    }

    /// Creates a diagnostic of severity [`Severity::Warning`] with only a message.
    #[must_use]
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, &message.into())
    }

    /// Messages may quote the schema and may be printed to a terminal, so [`printable`] makes them safe. The
    /// replacement of a suggestion stays as it is.
    fn new(code: Code, severity: Severity, message: &str) -> Self {
        let message = printable(message).into_owned();
        let (labels, notes, suggestions) = (Vec::new(), Vec::new(), Vec::new());
        Self { code, severity, message, labels, notes, suggestions }
    }

    /// Adds a marked place; the first is the primary one.
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

    /// Adds an edit that may fix the fault, for people to choose.
    #[must_use]
    pub fn suggest(
        self,
        text: impl Into<String>,
        location: Location,
        replacement: impl Into<String>,
    ) -> Self {
        self.edit(&text.into(), location, replacement.into(), Applicability::Guess)
    }

    /// Adds an edit that fixes the fault, and that a program may make.
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

    /// Returns the primary place, by which reports are sorted, or `None` if there is none.
    #[must_use]
    pub fn location(&self) -> Option<Location> {
        self.labels.first().map(|label| label.location)
    }
}
