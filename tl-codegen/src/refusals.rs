//! Why parts of a schema are not generated, and what a user may not expect of the rest.

use std::collections::BTreeSet;

use typelang_parser::{
    Diagnostic, Location,
    diagnostic::{Code, Label, Severity},
};

use crate::request::matching::Answers;

/// What a pass has to say of the schema and of requests; each pass adds to what the one before it hands on.
#[derive(Debug, Default)]
pub(crate) struct Refusals {
    /// What became of the requests.
    pub(crate) answers: Answers,
    all: Vec<Diagnostic>,
    known: BTreeSet<(Location, String)>,
}

impl Refusals {
    /// Notes that something legal is not supported, with the kind, the place, and what to do instead.
    pub(crate) fn refuse(
        &mut self,
        code: Code,
        location: Location,
        message: impl Into<String>,
        remedy: &str,
    ) {
        let message = message.into();
        // A value that shares its bit is decided once more with the values of the bit.
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

    /// Notes what a user may not expect.
    pub(crate) fn warn(&mut self, code: Code, location: Location, message: String) {
        let labels = vec![Label { location, text: "declared here".to_owned() }];
        self.all.push(Diagnostic { labels, ..Diagnostic::warning(code, message) });
    }

    /// The diagnostics in the order in which they were noted, and what became of the requests.
    pub(crate) fn into_parts(self) -> (Vec<Diagnostic>, Answers) {
        (self.all, self.answers)
    }
}
