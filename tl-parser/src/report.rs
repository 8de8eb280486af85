//! Diagnostics as text for people and as JSON for editors.

mod json;
mod snippet;

use std::collections::BTreeMap;

use annotate_snippets::Renderer;

use crate::{
    diagnostic::{Diagnostic, Severity},
    printable::printable_styled,
    source::{Lines, Sources},
    span::FileId,
};
pub use json::render_json;

/// How a report looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Plain text.
    #[default]
    Plain,
    /// With the escape sequences that colour it on a terminal.
    Color,
}

/// Renders diagnostics in the look of rustc's, by ascending place, and a last line that counts them.
///
/// No diagnostics give an empty report.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], sources: &Sources, style: Style) -> String {
    let renderer = match style {
        Style::Plain => Renderer::plain(),
        Style::Color => Renderer::styled(),
    };
    let lines = lines_of(diagnostics, sources);
    let mut report = String::new();
    for diagnostic in sorted(diagnostics) {
        let text = renderer.render(&snippet::groups(diagnostic, sources, &lines));
        report.push_str(&printable_styled(&text));
        report.push_str("\n\n");
    }
    if !diagnostics.is_empty() {
        report.push_str(&count(diagnostics));
        report.push('\n');
    }
    report
}

/// Says how many errors and warnings there are: `2 errors, 1 warning`.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> String {
    let number = |severity| diagnostics.iter().filter(|one| one.severity == severity).count();
    let words = |count: usize, word: &str| match count {
        0 => None,
        1 => Some(format!("1 {word}")),
        _ => Some(format!("{count} {word}s")),
    };
    let errors = words(number(Severity::Error), "error");
    let warnings = words(number(Severity::Warning), "warning");
    match (errors, warnings) {
        (Some(errors), Some(warnings)) => format!("{errors}, {warnings}"),
        (errors, warnings) => errors.or(warnings).unwrap_or_else(|| "no errors".to_owned()),
    }
}

/// By file, place and code, whatever the order in which they were found.
fn sorted(diagnostics: &[Diagnostic]) -> Vec<&Diagnostic> {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by_key(|diagnostic| (diagnostic.location(), diagnostic.code));
    sorted
}

/// The lines of every file that something is said of.
fn lines_of<'a>(diagnostics: &[Diagnostic], sources: &'a Sources) -> BTreeMap<FileId, Lines<'a>> {
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
