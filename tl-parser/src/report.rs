//! Renders diagnostics as text for people and as JSON for editors.
//!
//! The length of a report depends on the number of faults and not on the text: it shows only the part of a
//! long line around a fault, only both ends of a long name, and at most [`MaxReports`] faults. It is written
//! one fault at a time.

mod choice;
mod json;
#[cfg(any(test, not(feature = "snippets")))]
mod plain;
mod shortened;
#[cfg(feature = "snippets")]
mod snippet;
mod window;

use core::fmt;
use std::collections::BTreeMap;

#[cfg(feature = "snippets")]
use annotate_snippets::Renderer;

use crate::{
    diagnostic::{Diagnostic, Severity},
    printable::printable_styled,
    source::{Lines, Sources},
    span::FileId,
};
pub use choice::MaxReports;
use choice::{Choice, choose};
pub use json::{Json, render_json};

/// The appearance of a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// Text with escape sequences that color it on a terminal; needs the feature `snippets`.
    Color,
}

/// Renders diagnostics in rustc's style, in order of place, with a last line that counts them.
///
/// [`Display`](fmt::Display) writes the report; the alternate form, `{:#}`, omits the final line feed.
/// Without diagnostics the report is empty.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
    #[cfg_attr(
        not(feature = "snippets"),
        expect(dead_code, reason = "plain reports have no colors")
    )]
    style: Style,
    most: MaxReports,
    remedy: &'a str,
}

impl<'a> Report<'a> {
    /// Creates a plain report with the default limit of [`MaxReports`].
    #[must_use]
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Self {
        let (style, most, remedy) = (Style::default(), MaxReports::default(), "");
        Self { diagnostics, sources, style, most, remedy }
    }

    /// Sets the appearance.
    #[must_use]
    pub fn style(self, style: Style) -> Self {
        Self { style, ..self }
    }

    /// Sets how many diagnostics are shown; `remedy` says how to see the others, for example "use
    /// `--max-reports all`".
    #[must_use]
    pub fn most(self, most: MaxReports, remedy: &'a str) -> Self {
        Self { most, remedy, ..self }
    }
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Choice { shown, left } = choose(self.diagnostics, self.most);
        let lines = lines_of(&shown, self.sources);
        for diagnostic in shown {
            let text = self.rendered(diagnostic, &lines);
            writeln!(f, "{}\n", printable_styled(&text))?;
        }
        if let Some(left) = left {
            let remedy =
                if self.remedy.is_empty() { String::new() } else { format!("; {}", self.remedy) };
            writeln!(f, "… and {left} more{remedy}\n")?;
        }
        if self.diagnostics.is_empty() {
            return Ok(());
        }
        let end = if f.alternate() { "" } else { "\n" };
        write!(f, "{}{end}", count(self.diagnostics))
    }
}

#[cfg(feature = "snippets")]
impl<'a> Report<'a> {
    /// Renders one of the diagnostics.
    fn rendered(&self, one: &'a Diagnostic, lines: &BTreeMap<FileId, Lines<'a>>) -> String {
        let renderer = match self.style {
            Style::Plain => Renderer::plain(),
            Style::Color => Renderer::styled(),
        };
        snippet::render(&renderer, one, self.sources, lines)
    }
}

#[cfg(not(feature = "snippets"))]
impl Report<'_> {
    /// Renders one of the diagnostics.
    fn rendered(&self, one: &Diagnostic, lines: &BTreeMap<FileId, Lines<'_>>) -> String {
        plain::render(one, self.sources, lines)
    }
}

/// Renders a [`Report`] to a string.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, style: Style) -> String {
    Report::new(diagnostics, sources).style(style).to_string()
}

/// Counts errors and warnings, in the form `2 errors, 1 warning`.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let number = |severity| diagnostics.iter().filter(|one| one.severity == severity).count();
    counted(number(Severity::Error), number(Severity::Warning))
}

/// Formats counts as `2 errors, 1 warning`.
fn counted(errors: usize, warnings: usize) -> String {
    let words = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{count} {word}s")),
    };
    match (words(errors, "error"), words(warnings, "warning")) {
        (Some(errors), Some(warnings)) => format!("{errors}, {warnings}"),
        (errors, warnings) => errors.or(warnings).unwrap_or_else(|| "no errors".to_owned()),
    }
}

/// Returns the lines of every file that a diagnostic mentions.
fn lines_of<'a>(diagnostics: &[&Diagnostic], sources: &'a Sources) -> BTreeMap<FileId, Lines<'a>> {
    let mut lines = BTreeMap::new();
    for diagnostic in diagnostics {
        let labels = diagnostic.labels.iter().map(|label| label.location.file);
        let suggestions = diagnostic.suggestions.iter().map(|edit| edit.location.file);
        for file in labels.chain(suggestions) {
            if let Some(source) = sources.get(file) {
                lines.entry(file).or_insert_with(|| Lines::new(&source.text));
            }
        }
    }
    lines
}
