//! Code that takes one line, or several if it is long, as the formatter lays it out.

use super::joined;
use crate::print::WIDTH;

/// The widest struct literal on one line, without the last bracket.
const LITERAL_WIDTH: usize = 34;

/// An expression or statement.
pub(super) enum Code {
    /// Code that is one line; the formatter breaks it if it is too long.
    Line(String),
    /// Parts in brackets, which take a line each if they do not fit on one.
    Brackets {
        /// The start, with the bracket.
        open: String,
        /// The parts.
        parts: Vec<Self>,
        /// The bracket, and what follows.
        close: String,
    },
}

impl Code {
    /// Lines of an indentation of `depth` steps.
    pub(super) fn lines(&self, depth: usize) -> String {
        let line = self.line();
        let Self::Brackets { open, parts, close } = self else { return indented(depth, &line) };
        if fits(depth, &line) {
            return indented(depth, &line);
        }
        let parts = parts.iter().map(|part| {
            let lines = part.lines(depth + 1);
            format!("{},\n", lines.trim_end())
        });
        indented(depth, open) + &parts.collect::<String>() + &indented(depth, close)
    }

    /// All of it on one line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Line(line) => line.clone(),
            Self::Brackets { open, parts, close } => {
                format!("{open}{}{close}", joined(parts.iter().map(Self::line), ", "))
            }
        }
    }
}

/// Whether a line of this indentation is not too long.
pub(super) fn fits(depth: usize, line: &str) -> bool {
    4 * depth + line.len() <= WIDTH
}

/// A line of this indentation.
pub(super) fn indented(depth: usize, line: &str) -> String {
    format!("{:1$}{line}\n", "", 4 * depth)
}

/// Lines, each with `depth` more steps of indentation.
pub(super) fn deeper(depth: usize, lines: &str) -> String {
    lines.lines().map(|line| indented(depth, line)).collect()
}

/// `Self { … }` around `fields`, a line each.
pub(super) fn literal(depth: usize, fields: &str) -> String {
    if fields.is_empty() {
        return indented(depth, "Self {}");
    }
    if fields.len() < WIDTH {
        let line = joined(fields.lines().map(str::trim), " ");
        let line = format!("Self {{ {}", line.trim_end_matches(','));
        if line.len() < LITERAL_WIDTH {
            return indented(depth, &(line + " }"));
        }
    }
    indented(depth, "Self {") + fields + &indented(depth, "}")
}

/// An arm of a `match`.
pub(super) fn arm(depth: usize, pattern: &str, value: &str) -> String {
    let line = format!("{pattern} => {value},");
    // The formatter does not count the comma; a line that is too long with it is left to the formatter.
    if fits(depth, line.trim_end_matches(',')) {
        return indented(depth, &line);
    }
    let value = indented(depth + 1, value);
    indented(depth, &format!("{pattern} => {{")) + &value + &indented(depth, "}")
}

/// `if condition { value } else { other }`
pub(super) fn if_else(depth: usize, condition: &str, value: &str, other: &str) -> String {
    let line = format!("if {condition} {{ {value} }} else {{ {other} }}");
    if fits(depth, &line) {
        return indented(depth, &line);
    }
    let (value, other) = (indented(depth + 1, value), indented(depth + 1, other));
    let (start, middle) =
        (indented(depth, &format!("if {condition} {{")), indented(depth, "} else {"));
    start + &value + &middle + &other + &indented(depth, "}")
}

/// The body of a function or impl, in brackets.
pub(super) fn body(depth: usize, lines: &str) -> String {
    if lines.is_empty() {
        "{}\n".to_owned()
    } else {
        format!("{{\n{lines}{}", indented(depth, "}"))
    }
}
