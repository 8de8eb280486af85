//! Where a subcommand writes to.

use std::{
    env, fmt,
    io::{self, IsTerminal, Write},
};

use typelang_parser::{
    Diagnostic, Sources, printable,
    report::{Style, render},
};

use crate::printed::Printed;

/// The output of a command: results to `out`, reports to `err`.
///
/// Nothing that was read reaches a terminal as it is: every way to write escapes control characters.
pub struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    style: Style,
    is_watched: bool,
}

/// Colour when the standard error is a terminal and nobody asked for none.
#[must_use]
pub fn style_of_stderr() -> Style {
    if io::stderr().is_terminal() && wants_colour() { Style::Color } else { Style::Plain }
}

/// Whether the environment asks for no plain output.
pub(crate) fn wants_colour() -> bool {
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    !refused && !dumb
}

impl<'a> Terminal<'a> {
    /// The output to the standard output and the standard error; `style` is how reports look.
    pub fn new(
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
        style: Style,
        out_is_terminal: bool,
    ) -> Self {
        Self { out, err, style, is_watched: out_is_terminal }
    }

    /// Whether a person reads the standard output, who wants columns; a program wants tabs.
    pub(crate) fn out_is_terminal(&self) -> bool {
        self.is_watched
    }

    /// Writes text to the standard output: lines for people, and JSON.
    pub(crate) fn text(&mut self) -> Printed<'_> {
        Printed::escaping(&mut *self.out)
    }

    /// Writes to the standard output what a program gets to the byte, and a terminal as text.
    pub(crate) fn data(&mut self) -> Printed<'_> {
        let out = &mut *self.out;
        if self.is_watched { Printed::escaping(out) } else { Printed::raw(out) }
    }

    /// Writes coloured text to the standard output; the caller makes what was read printable.
    pub(crate) fn coloured(&mut self) -> &mut dyn Write {
        &mut *self.out
    }

    /// Writes lines to the standard error that belong to what was said before.
    pub(crate) fn more(&mut self, lines: &str) -> io::Result<()> {
        write!(self.err, "{}", printable(lines))
    }

    /// Reports what is wrong with schemas.
    pub(crate) fn report(&mut self, faults: &[Diagnostic], sources: &Sources) -> io::Result<()> {
        self.err.write_all(render(faults, sources, self.style).as_bytes())
    }

    /// Says what is worth knowing and no fault.
    pub(crate) fn note(&mut self, text: &str) -> io::Result<()> {
        let word = match self.style {
            Style::Plain => "note",
            Style::Color => "\u{1b}[1;36mnote\u{1b}[0m",
        };
        writeln!(self.err, "{word}: {}", printable(text))
    }

    /// Says what is likely to be a mistake.
    pub(crate) fn warning(&mut self, text: &str) -> io::Result<()> {
        let word = match self.style {
            Style::Plain => "warning",
            Style::Color => "\u{1b}[1;33mwarning\u{1b}[0m",
        };
        writeln!(self.err, "{word}: {}", printable(text))
    }

    /// Reports why something did not go.
    pub(crate) fn error(&mut self, error: &impl fmt::Display) -> io::Result<()> {
        let word = match self.style {
            Style::Plain => "error",
            Style::Color => "\u{1b}[1;31merror\u{1b}[0m",
        };
        writeln!(self.err, "{word}: {}", printable(&error.to_string()))
    }
}

impl fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal").field("style", &self.style).finish_non_exhaustive()
    }
}
