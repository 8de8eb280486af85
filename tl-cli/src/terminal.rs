//! Where a subcommand writes to.

use std::{
    env, fmt,
    io::{self, IsTerminal, Write},
};

use typelang_parser::{
    Diagnostic, Sources,
    report::{Style, render},
};

/// The output of a command: results to `out`, reports to `err`.
pub struct Terminal<'a> {
    /// The standard output.
    pub out: &'a mut dyn Write,
    /// The standard error.
    pub err: &'a mut dyn Write,
    /// How reports look.
    pub style: Style,
    /// Whether a person reads the standard output, who wants columns; a program wants tabs.
    pub out_is_terminal: bool,
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

impl Terminal<'_> {
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
        writeln!(self.err, "{word}: {text}")
    }

    /// Says what is likely to be a mistake.
    pub(crate) fn warning(&mut self, text: &str) -> io::Result<()> {
        let word = match self.style {
            Style::Plain => "warning",
            Style::Color => "\u{1b}[1;33mwarning\u{1b}[0m",
        };
        writeln!(self.err, "{word}: {text}")
    }

    /// Reports why something did not go.
    pub(crate) fn error(&mut self, error: &impl fmt::Display) -> io::Result<()> {
        let word = match self.style {
            Style::Plain => "error",
            Style::Color => "\u{1b}[1;31merror\u{1b}[0m",
        };
        writeln!(self.err, "{word}: {error}")
    }
}

impl fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal").field("style", &self.style).finish_non_exhaustive()
    }
}
