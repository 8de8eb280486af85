//! Code that takes one line, or several if it is long, as the formatter lays it out.

use crate::print::WIDTH;

/// The width from which a struct literal takes several lines, without ` }`.
const LITERAL_WIDTH: usize = 34;

/// The spaces of the deepest line.
const SPACES: &str = "                                ";

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
        let mut text = String::new();
        self.push_lines(depth, "\n", &mut text);
        text
    }

    /// All of it on one line.
    pub(super) fn line(&self) -> String {
        let mut text = String::new();
        self.push_line(&mut text);
        text
    }

    fn push_lines(&self, depth: usize, end: &str, text: &mut String) {
        text.push_str(indent(depth));
        match self {
            Self::Brackets { open, parts, close } if indent(depth).len() + self.len() > WIDTH => {
                text.push_str(open);
                text.push('\n');
                for part in parts {
                    part.push_lines(depth + 1, ",\n", text);
                }
                text.push_str(indent(depth));
                text.push_str(close);
            }
            code => code.push_line(text),
        }
        text.push_str(end);
    }

    fn push_line(&self, text: &mut String) {
        match self {
            Self::Line(line) => text.push_str(line),
            Self::Brackets { open, parts, close } => {
                text.push_str(open);
                for (at, part) in parts.iter().enumerate() {
                    text.push_str(if at > 0 { ", " } else { "" });
                    part.push_line(text);
                }
                text.push_str(close);
            }
        }
    }

    /// The length of all of it on one line.
    fn len(&self) -> usize {
        match self {
            Self::Line(line) => line.len(),
            Self::Brackets { open, parts, close } => {
                let commas = 2 * parts.len().saturating_sub(1);
                open.len() + parts.iter().map(Self::len).sum::<usize>() + commas + close.len()
            }
        }
    }
}

/// An indentation of `depth` steps.
pub(super) fn indent(depth: usize) -> &'static str {
    &SPACES[..4 * depth]
}

/// Lines, each with `depth` more steps of indentation.
pub(super) fn deeper(depth: usize, lines: &str) -> String {
    let mut text = String::with_capacity(lines.len() + 4 * depth);
    for line in lines.split_inclusive('\n') {
        text.push_str(indent(depth));
        text.push_str(line);
    }
    text
}

/// `Self { … }` around `fields`, a line each.
pub(super) fn literal(depth: usize, fields: &str) -> String {
    let indent = indent(depth);
    if fields.is_empty() {
        return format!("{indent}Self {{}}\n");
    }
    if fields.len() < WIDTH {
        let line: Vec<&str> = fields.lines().map(str::trim).collect();
        let line = format!("Self {{ {}", line.join(" ").trim_end_matches(','));
        if line.len() < LITERAL_WIDTH {
            return format!("{indent}{line} }}\n");
        }
    }
    format!("{indent}Self {{\n{fields}{indent}}}\n")
}

/// An arm of a `match`.
pub(super) fn arm(depth: usize, pattern: &str, value: &str) -> String {
    let (start, inner) = (indent(depth), indent(depth + 1));
    // The formatter does not count the comma.
    if start.len() + pattern.len() + " => ".len() + value.len() <= WIDTH {
        format!("{start}{pattern} => {value},\n")
    } else {
        format!("{start}{pattern} => {{\n{inner}{value}\n{start}}}\n")
    }
}

/// `if condition { value } else { other }`
pub(super) fn if_else(depth: usize, condition: &str, value: &str, other: &str) -> String {
    let (start, inner) = (indent(depth), indent(depth + 1));
    let len = "if  {  } else {  }".len() + condition.len() + value.len() + other.len();
    if start.len() + len <= WIDTH {
        format!("{start}if {condition} {{ {value} }} else {{ {other} }}\n")
    } else {
        format!(
            "{start}if {condition} {{\n{inner}{value}\n{start}}} else {{\n{inner}{other}\n{start}}}\n"
        )
    }
}

/// The body of a function, in brackets.
pub(super) fn body(depth: usize, lines: &str) -> String {
    if lines.is_empty() { "{}\n".to_owned() } else { format!("{{\n{lines}{}}}\n", indent(depth)) }
}
