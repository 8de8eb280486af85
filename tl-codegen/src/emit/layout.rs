//! Code that takes one line, or several if it is long, as the formatter lays it out.

use std::fmt::{Arguments, Display, Error, Formatter, Result, Write, from_fn};

use super::joined;
use crate::print::WIDTH;

/// The longest struct literal that takes one line, without ` }`.
const LITERAL_WIDTH: usize = 33;

/// The spaces of the deepest line.
const SPACES: &str = "                                ";

/// An expression or statement. `Display` spells it on one line.
pub(super) trait Code: Display {
    /// Spells it on several lines, the first of them without its indentation. The formatter breaks code that has only one
    /// line if it is too long.
    fn fmt_lines(&self, _depth: usize, f: &mut Formatter<'_>) -> Result {
        self.fmt(f)
    }
}

/// Code that is one line.
#[derive(Clone, Copy)]
pub(super) struct Line<T>(pub(super) T);

/// Parts in brackets, which take a line each if they do not fit on one.
pub(super) struct Brackets<O, P, C> {
    /// The start, with the bracket.
    pub(super) open: O,
    /// The parts.
    pub(super) parts: P,
    /// The bracket, and what follows.
    pub(super) close: C,
}

/// Code after a start and before an end, which belong to its first and last line.
pub(super) struct Between<O, T>(pub(super) O, pub(super) T, pub(super) &'static str);

impl<T: Display> Display for Line<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        self.0.fmt(f)
    }
}

impl<T: Display> Code for Line<T> {}

impl<O: Display, P: Iterator<Item: Code> + Clone, C: Display> Display for Brackets<O, P, C> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{}{}{}", self.open, joined(self.parts.clone(), ", "), self.close)
    }
}

impl<O: Display, P: Iterator<Item: Code> + Clone, C: Display> Code for Brackets<O, P, C> {
    fn fmt_lines(&self, depth: usize, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "{}", self.open)?;
        self.parts.clone().try_for_each(|part| write!(f, "{},\n", lines(depth + 1, part)))?;
        write!(f, "{}{}", indent(depth), self.close)
    }
}

impl<O: Display, T: Code> Display for Between<O, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let Self(start, code, end) = self;
        write!(f, "{start}{code}{end}")
    }
}

impl<O: Display, T: Code> Code for Between<O, T> {
    fn fmt_lines(&self, depth: usize, f: &mut Formatter<'_>) -> Result {
        let Self(start, code, end) = self;
        start.fmt(f)?;
        code.fmt_lines(depth, f)?;
        f.write_str(end)
    }
}

/// Code with an indentation of `depth` steps, without the end of its last line.
pub(super) fn lines(depth: usize, code: impl Code) -> impl Display {
    let indent = indent(depth);
    from_fn(move |f| {
        f.write_str(indent)?;
        if fits(format_args!("{indent}{code}"), WIDTH) {
            code.fmt(f)
        } else {
            code.fmt_lines(depth, f)
        }
    })
}

/// The bytes that a text may still take.
struct Room(usize);

impl Write for Room {
    fn write_str(&mut self, text: &str) -> Result {
        self.0 = self.0.checked_sub(text.len()).ok_or(Error)?;
        Ok(())
    }
}

/// Whether a text takes at most `width` bytes.
pub(super) fn fits(text: Arguments<'_>, width: usize) -> bool {
    Room(width).write_fmt(text).is_ok()
}

/// Whether a text has no bytes.
pub(super) fn is_empty(text: &impl Display) -> bool {
    fits(format_args!("{text}"), 0)
}

/// What is left of a word.
struct Word<'w>(&'w str);

impl Write for Word<'_> {
    fn write_str(&mut self, text: &str) -> Result {
        self.0 = self.0.strip_prefix(text).ok_or(Error)?;
        Ok(())
    }
}

/// Whether a text is this word.
pub(super) fn is(text: &impl Display, word: &str) -> bool {
    let mut rest = Word(word);
    write!(rest, "{text}").is_ok() && rest.0.is_empty()
}

/// An indentation of `depth` steps.
pub(super) fn indent(depth: usize) -> &'static str {
    &SPACES[..4 * depth]
}

/// Lines, each with `depth` more steps of indentation.
pub(super) fn deeper(depth: usize, lines: impl Display) -> impl Display {
    let indent = indent(depth);
    from_fn(move |f| write!(Indented { out: f, indent, is_line_begun: false }, "{lines}"))
}

/// Writes lines with an indentation.
struct Indented<'f, 'o> {
    out: &'f mut Formatter<'o>,
    indent: &'static str,
    is_line_begun: bool,
}

impl Write for Indented<'_, '_> {
    fn write_str(&mut self, text: &str) -> Result {
        for line in text.split_inclusive('\n') {
            if !self.is_line_begun {
                self.out.write_str(self.indent)?;
            }
            self.out.write_str(line)?;
            self.is_line_begun = !line.ends_with('\n');
        }
        Ok(())
    }
}

/// `Self { … }` around `fields`, a line each. The first line has no indentation.
pub(super) fn literal(depth: usize, fields: &str) -> impl Display {
    let indent = indent(depth);
    let parts = fields.lines().map(|line| line.trim().trim_end_matches(','));
    from_fn(move |f| {
        let line = joined(parts.clone(), ", ");
        if fields.is_empty() {
            f.write_str("Self {}")
        } else if fits(format_args!("Self {{ {line}"), LITERAL_WIDTH) {
            write!(f, "Self {{ {line} }}")
        } else {
            write!(f, "Self {{\n{fields}{indent}}}")
        }
    })
}

/// An arm of a `match`.
pub(super) fn arm(depth: usize, pattern: impl Display, value: impl Display) -> impl Display {
    let (start, inner) = (indent(depth), indent(depth + 1));
    from_fn(move |f| {
        // The formatter does not count the comma.
        if fits(format_args!("{start}{pattern} => {value}"), WIDTH) {
            write!(f, "{start}{pattern} => {value},\n")
        } else {
            write!(f, "{start}{pattern} => {{\n{inner}{value}\n{start}}}\n")
        }
    })
}

/// `if condition { value } else { other }`
pub(super) fn if_else(
    depth: usize,
    condition: impl Display,
    value: impl Display,
    other: &str,
) -> impl Display {
    let (start, inner) = (indent(depth), indent(depth + 1));
    from_fn(move |f| {
        if fits(format_args!("{start}if {condition} {{ {value} }} else {{ {other} }}"), WIDTH) {
            write!(f, "{start}if {condition} {{ {value} }} else {{ {other} }}\n")
        } else {
            write!(
                f,
                "{start}if {condition} {{\n{inner}{value}\n{start}}} else {{\n{inner}{other}\n{start}}}\n"
            )
        }
    })
}

/// The body of a function, in brackets.
pub(super) fn body(depth: usize, lines: &str) -> impl Display {
    let indent = indent(depth);
    from_fn(move |f| {
        if lines.is_empty() { f.write_str("{}\n") } else { write!(f, "{{\n{lines}{indent}}}\n") }
    })
}
