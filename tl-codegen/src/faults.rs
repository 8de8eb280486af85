//! The faults of a schema, until they are reported.

use core::fmt;

use typelang_parser::{
    Diagnostic, Sources,
    report::{MaxReports, Report},
};

/// The faults of a schema, with its text.
///
/// [`Display`](fmt::Display) writes them as a report, one fault at a time, and so does `Debug`; the alternate
/// form, `{:#}`, omits the final line feed.
#[derive(Clone)]
pub struct Faults {
    diagnostics: Vec<Diagnostic>,
    sources: Sources,
    most: MaxReports,
}

impl Faults {
    pub(crate) fn new(diagnostics: Vec<Diagnostic>, sources: Sources, most: MaxReports) -> Self {
        Self { diagnostics, sources, most }
    }

    /// Returns all errors and warnings.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// Returns the files of the schema.
    #[must_use]
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let report = Report::new(&self.diagnostics, &self.sources);
        report.most(self.most, REMEDY).fmt(f)
    }
}

impl fmt::Debug for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// How to see the rest of a report.
pub(crate) const REMEDY: &str = "`Config::max_reports` sets how many are shown";
