//! Refusals of parts of a schema, and warnings about the rest.

use std::collections::BTreeSet;

use typelang_parser::{
    Diagnostic, Location,
    diagnostic::{Code, Label, Severity},
};

use crate::request::matching::Answers;

/// The diagnostics of planning; each pass adds to those of the previous one.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    /// The results of the requests.
    pub(crate) answers: Answers,
    all: Vec<Diagnostic>,
    known: BTreeSet<(Location, String)>,
}

impl Refusals {
    /// Refuses legal TL that is not supported, with the code, the place, and a remedy.
    pub(crate) fn refuse(
        &mut self,
        code: Code,
        location: Location,
        message: impl Into<String>,
        remedy: &str,
    ) {
        let message = message.into();
        // A value that shares its bit is decided again with the values of the bit.
        if !self.known.insert((location, message.clone())) {
            return;
        }
        self.all.push(Diagnostic {
            code,
            severity: Severity::Error,
            message,
            labels: vec![Label { location, text: "used here".to_owned() }],
            notes: vec![remedy.to_owned()],
            suggestions: Vec::new(),
        });
    }

    /// Adds a warning.
    pub(crate) fn warn(&mut self, code: Code, location: Location, message: String) {
        let labels = vec![Label { location, text: "declared here".to_owned() }];
        self.all.push(Diagnostic { labels, ..Diagnostic::warning(code, message) });
    }

    /// Appends the diagnostics of the next part of a pass.
    pub(crate) fn extend(&mut self, part: Self) {
        for diagnostic in part.all {
            let place = diagnostic.labels.first().map(|label| label.location);
            let is_refusal = diagnostic.severity == Severity::Error;
            let known = place.filter(|_| is_refusal);
            if known.is_none_or(|place| self.known.insert((place, diagnostic.message.clone()))) {
                self.all.push(diagnostic);
            }
        }
        self.answers.extend(part.answers);
    }

    /// Returns the diagnostics in the order in which they were added, and the results of the requests.
    pub(crate) fn into_parts(self) -> (Vec<Diagnostic>, Answers) {
        (self.all, self.answers)
    }
}
