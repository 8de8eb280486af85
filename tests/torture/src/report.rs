//! Faults, one line of JSON each, for `cargo xtask torture`.

use std::{
    io::{self, Write},
    panic::{AssertUnwindSafe, catch_unwind},
};

use serde_json::json;

/// Reports faults.
#[derive(Debug)]
pub(crate) struct Report {
    pub(crate) place: u64,
    pub(crate) subject: &'static str,
    /// The kinds that have been reported for this subject.
    told: Vec<String>,
    pub(crate) faults: usize,
}

impl Report {
    pub(crate) fn new(place: u64) -> Self {
        Self { place, subject: "", told: Vec::new(), faults: 0 }
    }

    /// Continues with another type.
    pub(crate) fn begin(&mut self, subject: &'static str) {
        self.subject = subject;
        self.told.clear();
        say(&json!({"place": self.place, "begin": subject}));
    }

    /// Reports a fault, if it is the first of its kind.
    pub(crate) fn fault(&mut self, kind: &str, details: &str) {
        self.faults += 1;
        if !self.told.iter().any(|told| told == kind) {
            self.told.push(kind.to_owned());
            say(
                &json!({"place": self.place, "subject": self.subject, "kind": kind, "details": details}),
            );
        }
    }

    /// Runs something that must neither fail nor panic.
    pub(crate) fn expect<T>(
        &mut self,
        kind: &str,
        work: impl FnOnce() -> Result<T, String>,
    ) -> Option<T> {
        match catch_unwind(AssertUnwindSafe(work)) {
            Ok(Ok(done)) => Some(done),
            Ok(Err(details)) => {
                self.fault(kind, &details);
                None
            }
            Err(panic) => {
                let text = panic.downcast_ref::<String>().map(String::as_str);
                let text = text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("no words");
                self.fault("panic", &format!("{kind}: {text}"));
                None
            }
        }
    }
}

/// Writes a line immediately, so that it is not lost if the process ends.
pub(crate) fn say(line: &serde_json::Value) {
    let mut out = io::stdout().lock();
    _ = writeln!(out, "{line}");
    _ = out.flush();
}
