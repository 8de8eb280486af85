//! Diagnostics for editors, one JSON object a line.

use core::fmt::Write;
use std::collections::BTreeMap;

use super::{lines_of, sorted};
use crate::{
    diagnostic::{Diagnostic, Severity},
    source::{Lines, Sources},
    span::{FileId, Location},
};

/// Renders diagnostics as JSON, one object a line, by ascending place.
///
/// An object has the members `code`, `severity` (`error` or `warning`), `message`, `labels`, `notes` and `suggestions`, and
/// those of its first label's place. A place is `file`, `start` and `end` in bytes, and `line`, `column`, `end_line`,
/// `end_column` counted from 1, columns in characters. A label has a place and `text`, a suggestion a place, `text` and
/// `replacement`.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    let lines = lines_of(diagnostics, sources);
    let place = |location| place(location, sources, &lines);
    sorted(diagnostics).into_iter().map(|diagnostic| object(diagnostic, &place) + "\n").collect()
}

fn object(diagnostic: &Diagnostic, place: &impl Fn(Location) -> String) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let labels = diagnostic
        .labels
        .iter()
        .map(|label| format!("{{{}\"text\":{}}}", place(label.location), string(&label.text)));
    let suggestions = diagnostic.suggestions.iter().map(|edit| {
        let (text, replacement) = (string(&edit.text), string(&edit.replacement));
        format!("{{{}\"text\":{text},\"replacement\":{replacement}}}", place(edit.location))
    });
    format!(
        "{{\"code\":\"{}\",\"severity\":\"{severity}\",{}\"message\":{},\"labels\":{},\"notes\":{},\"suggestions\":{}}}",
        diagnostic.code,
        diagnostic.location().map(place).unwrap_or_default(),
        string(&diagnostic.message),
        array(labels),
        array(diagnostic.notes.iter().map(|note| string(note))),
        array(suggestions),
    )
}

/// The members that tell a place, each with a comma behind it.
fn place(location: Location, sources: &Sources, lines: &BTreeMap<FileId, Lines<'_>>) -> String {
    let Location { file, span } = location;
    let (Some(source), Some(lines)) = (sources.get(file), lines.get(&file)) else {
        return String::new();
    };
    let (start, end) = (lines.position(span.start), lines.position(span.end));
    format!(
        "\"file\":{},\"start\":{},\"end\":{},\"line\":{},\"column\":{},\"end_line\":{},\"end_column\":{},",
        string(&source.name),
        span.start,
        span.end,
        start.line,
        start.column,
        end.line,
        end.column,
    )
}

fn array(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(","))
}

/// A JSON string.
fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // U+2028 and U+2029 end lines in what is not quite JSON.
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
