//! Diagnostics as JSON for editors, one object per line.

use core::fmt::{self, Write};
use std::collections::BTreeMap;

use super::{
    choice::{Choice, MaxReports, choose},
    lines_of,
};
use crate::{
    diagnostic::{Applicability, Diagnostic, Severity},
    source::{Lines, Sources},
    span::{FileId, Location},
};

/// Renders diagnostics as JSON, one object per line, in order of place; [`Display`](fmt::Display) writes
/// them.
///
/// An object has the members `code`, `severity` (`error` or `warning`), `message`, `labels`, `notes` and
/// `suggestions`, and those of its first label's place. A place has the members `file`, `start` and `end` in
/// bytes, and `line`, `column`, `end_line` and `end_column`, counted from 1; columns count characters. A
/// label has a place and `text`; a suggestion has a place, `text`, `replacement` and `applicability`, which is
/// `certain` if a program may make the edit and `guess` otherwise.
///
/// Nothing is shortened. Objects quote no lines, so the output grows with the faults and not with the text.
/// [`Json::most`] limits their number; a last object of severity `note`, without code and place, then says
/// how many are left out.
#[derive(Clone, Copy, Debug)]
pub struct Json<'a> {
    diagnostics: &'a [Diagnostic],
    sources: &'a Sources,
    most: MaxReports,
}

impl<'a> Json<'a> {
    /// Renders all diagnostics.
    #[must_use]
    pub fn new(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Self {
        Self { diagnostics, sources, most: MaxReports::All }
    }

    /// Sets how many diagnostics are written.
    #[must_use]
    pub fn most(self, most: MaxReports) -> Self {
        Self { most, ..self }
    }
}

impl fmt::Display for Json<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Choice { shown, left } = choose(self.diagnostics, self.most);
        let lines = lines_of(&shown, self.sources);
        let place = |location| place(location, self.sources, &lines);
        for diagnostic in shown {
            writeln!(f, "{}", object(diagnostic, &place))?;
        }
        let Some(left) = left else { return Ok(()) };
        let message = string(&format!("and {left} more"));
        writeln!(
            f,
            "{{\"code\":\"\",\"severity\":\"note\",\"message\":{message},\"labels\":[],\"notes\":[],\"suggestions\":[]}}"
        )
    }
}

/// Renders all diagnostics as [`Json`], to a string.
#[must_use]
pub fn render_json(diagnostics: &[Diagnostic], sources: &Sources) -> String {
    Json::new(diagnostics, sources).to_string()
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
        let applicability = match edit.applicability {
            Applicability::Certain => "certain",
            Applicability::Guess => "guess",
        };
        format!(
            "{{{}\"text\":{text},\"replacement\":{replacement},\"applicability\":\"{applicability}\"}}",
            place(edit.location)
        )
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

/// Writes the members of a place, each followed by a comma.
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

/// Writes a JSON string.
fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            // JavaScript treats U+2028 and U+2029 as the end of a line.
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                _ = write!(quoted, "\\u{:04x}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
