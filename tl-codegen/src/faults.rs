//! What is wrong with a schema, kept until somebody reads it.

use core::fmt;

use typelang_parser::{
    Diagnostic, Sources,
    report::{MaxReports, Report},
};

/// The faults of a schema, with the text that they are in.
///
/// [`Display`](fmt::Display) writes them as a report, fault by fault, and `Debug` the same; the alternate form, `{:#}`, has no
/// line feed at its end.
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

    /// All errors and warnings.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The files that they are in.
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

/// How to see what a report leaves out.
pub(crate) const REMEDY: &str = "`Config::max_reports` sets how many are shown";
