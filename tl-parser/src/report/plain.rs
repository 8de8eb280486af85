//! Renders one diagnostic without the crate that draws excerpts: the line of each label, with a mark below it.

use core::fmt::Write;
use std::collections::BTreeMap;

use super::{
    shortened::shortened,
    window::{Window, is_long, whole, window},
};
use crate::{
    diagnostic::{Diagnostic, Severity},
    source::{Lines, Sources},
    span::{FileId, Location},
};

/// Longer marks are cut.
const FAR: u32 = 1 << 10;

/// Renders the message with its places, notes and suggestions.
pub(super) fn render(
    diagnostic: &Diagnostic,
    sources: &Sources,
    lines: &BTreeMap<FileId, Lines<'_>>,
) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let mut text = format!("{severity}[{}]: {}", diagnostic.code, shortened(&diagnostic.message));
    for label in &diagnostic.labels {
        if let Some(shown) = shown(label.location, sources, lines) {
            excerpt(&mut text, &shown, &shortened(&label.text));
        }
    }
    for note in &diagnostic.notes {
        _ = write!(text, "\n  = note: {}", shortened(note));
    }
    for edit in &diagnostic.suggestions {
        _ = write!(text, "\n  = help: {}", shortened(&edit.text));
    }
    text
}

fn shown<'a>(
    place: Location,
    sources: &'a Sources,
    lines: &BTreeMap<FileId, Lines<'a>>,
) -> Option<Window<'a>> {
    if is_long(place, lines, FAR) {
        window(place, sources, lines)
    } else {
        whole(place, sources, lines)
    }
}

/// Appends a place, its line, and a mark under it.
fn excerpt(text: &mut String, shown: &Window<'_>, label: &str) {
    let Window { source, line, column, mark, .. } = shown;
    let margin = " ".repeat(line.to_string().len());
    // A tab is as wide as here.
    let before = shown.text[..mark.start].chars();
    let indent: String = before.map(|char| if char == '\t' { '\t' } else { ' ' }).collect();
    let marks = "^".repeat(shown.text[mark.clone()].chars().count().max(1));
    let blank = if label.is_empty() { "" } else { " " };
    _ = write!(
        text,
        "\n{margin}--> {}:{line}:{column}\n{margin} |\n{line} | {}\n{margin} | {indent}{marks}{blank}{label}",
        source.name, shown.text
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, check, report::lines_of};

    fn rendered(text: &str) -> String {
        let mut sources = Sources::new();
        sources.add("a.tl", text);
        let found = check(&sources, &Options::default()).diagnostics;
        let lines = lines_of(&[&found[0]], &sources);
        render(&found[0], &sources, &lines)
    }

    #[test]
    fn the_line_is_shown_with_a_mark() {
        let want = "\
error[TL0119]: no field `flagz` stands before `x`
 --> a.tl:2:12
  |
2 | \ta flags:# x:flagz.0?int = A;
  | \t          ^^^^^ ";
        let got = rendered("b = B;\n\ta flags:# x:flagz.0?int = A;");
        assert!(got.contains("\n --> a.tl:2:"), "{got}");
        assert!(
            got.contains("2 | \ta flags:# x:flagz.0?int = A;\n  | \t            ^^^^^"),
            "{got}\n{want}"
        );
        assert!(got.contains("\n  = help: "), "{got}");
    }

    #[test]
    fn a_long_line_is_cut() {
        let fields =
            |name: &str| (0..99).map(|at| format!("{name}{at}:int")).collect::<Vec<_>>().join(" ");
        let got = rendered(&format!("a {} x:strng {} = A;", fields("m"), fields("n")));
        assert!(got.lines().all(|line| line.len() < 160), "{got}");
        assert!(got.contains("^^^^^"), "{got}");
    }
}
