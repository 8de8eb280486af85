//! Chooses the diagnostics that a report shows, and counts the others.

use core::{fmt, str::FromStr};

use super::counted;
use crate::diagnostic::{Diagnostic, Severity};

/// The most diagnostics that a report shows. Errors come before warnings, and the others are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MaxReports {
    /// At most this many.
    AtMost(usize),
    /// All of them.
    All,
}

impl Default for MaxReports {
    /// Returns 100, which fits into a terminal's scrollback.
    fn default() -> Self {
        Self::AtMost(100)
    }
}

impl FromStr for MaxReports {
    type Err = String;

    /// Parses a number, or `all`.
    fn from_str(word: &str) -> Result<Self, String> {
        match word.parse() {
            _ if word == "all" => Ok(Self::All),
            Ok(most) => Ok(Self::AtMost(most)),
            Err(_) => Err("write a number, or `all`".to_owned()),
        }
    }
}

impl fmt::Display for MaxReports {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(most) => write!(f, "{most}"),
            Self::All => f.write_str("all"),
        }
    }
}

/// The shown diagnostics, sorted by place, and the number of the others in words.
pub(super) struct Choice<'d> {
    pub(super) shown: Vec<&'d Diagnostic>,
    pub(super) left: Option<String>,
}

/// Chooses by severity, then by file, place and code, whatever the order of the input.
pub(super) fn choose(diagnostics: &[Diagnostic], most: MaxReports) -> Choice<'_> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| (diagnostic.location(), diagnostic.code));
    let MaxReports::AtMost(most) = most else { return Choice { shown: sorted, left: None } };
    if sorted.len() <= most {
        return Choice { shown: sorted, left: None };
    }
    let errors = sorted.iter().filter(|one| one.severity == Severity::Error).count();
    let warnings = sorted.len() - errors;
    let shown_errors = errors.min(most);
    let shown_warnings = warnings.min(most - shown_errors);
    let (mut more_errors, mut more_warnings) = (shown_errors, shown_warnings);
    sorted.retain(|one| {
        let more = match one.severity {
            Severity::Error => &mut more_errors,
            Severity::Warning => &mut more_warnings,
        };
        let is_shown = *more > 0;
        *more = more.saturating_sub(1);
        is_shown
    });
    let left = counted(errors - shown_errors, warnings - shown_warnings);
    Choice { shown: sorted, left: Some(left) }
}
