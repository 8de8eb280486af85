//! Where a subcommand writes to.

use std::{
    fmt,
    io::{self, BufWriter, Write},
};

use anstream::{AutoStream, ColorChoice};
use typelang_codegen::Faults;
use typelang_parser::{
    Diagnostic, Sources, printable,
    report::{Json, MaxReports, Report, Style},
};

use crate::shared::printed::Printed;

/// The output of a command: results to `out`, reports to `err`.
///
/// Nothing that was read reaches a terminal as it is: every way to write escapes control characters.
pub struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    style: Style,
    colour: Colour,
    is_watched: bool,
    /// How many faults a report shows, where somebody says so.
    max_reports: Option<MaxReports>,
}

/// How to see what a report leaves out.
const REMEDY: &str = "use `--max-reports all`";

/// When output is coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Colour {
    /// On terminals, as the environment allows
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Colour when the standard error is a terminal, as the environment allows.
#[must_use]
pub fn style_of_stderr() -> Style {
    match AutoStream::choice(&io::stderr()) {
        ColorChoice::Never => Style::Plain,
        _ => Style::Color,
    }
}

impl<'a> Terminal<'a> {
    /// The output to the standard output and the standard error; `style` is how reports look.
    pub fn new(
        out: &'a mut dyn Write,
        err: &'a mut dyn Write,
        style: Style,
        out_is_terminal: bool,
    ) -> Self {
        let colour = Colour::Auto;
        Self { out, err, style, colour, is_watched: out_is_terminal, max_reports: None }
    }

    /// Bounds how many faults a report shows, where the caller says so.
    pub(crate) fn limit_reports(&mut self, most: Option<MaxReports>) {
        self.max_reports = most.or(self.max_reports);
    }

    /// Colours all output or none, where the caller says so.
    pub(crate) fn set_colour(&mut self, colour: Colour) {
        self.colour = colour;
        self.style = match colour {
            Colour::Auto => self.style,
            Colour::Always => Style::Color,
            Colour::Never => Style::Plain,
        };
    }

    /// Whether the standard output is coloured.
    pub(crate) fn colours_out(&self) -> bool {
        match self.colour {
            Colour::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Colour::Always => true,
            Colour::Never => false,
        }
    }

    /// Whether the standard output is a terminal: people get columns, programs get tabs.
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
        let report = Report::new(faults, sources).style(self.style);
        let report = report.most(self.max_reports.unwrap_or_default(), REMEDY);
        buffered(self.err, |err| write!(err, "{report}"))
    }

    /// Reports what keeps a sound schema from being generated.
    pub(crate) fn refusal(&mut self, faults: &Faults) -> io::Result<()> {
        let report = Report::new(faults.diagnostics(), faults.sources());
        let report = report.most(self.max_reports.unwrap_or_default(), REMEDY);
        let word = error_word(self.style);
        buffered(self.err, |err| write!(err, "{word}: the schema has faults\n\n{report}"))
    }

    /// Writes what is wrong with schemas for editors.
    pub(crate) fn json(&mut self, faults: &[Diagnostic], sources: &Sources) -> io::Result<()> {
        let most = self.max_reports.unwrap_or(MaxReports::All);
        buffered(self.out, |out| write!(out, "{}", Json::new(faults, sources).most(most)))
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
        let word = error_word(self.style);
        writeln!(self.err, "{word}: {}", printable(&error.to_string()))
    }
}

fn error_word(style: Style) -> &'static str {
    match style {
        Style::Plain => "error",
        Style::Color => "\u{1b}[1;31merror\u{1b}[0m",
    }
}

/// Writes in pieces of kilobytes what is formatted in pieces of words.
fn buffered(
    to: &mut dyn Write,
    work: impl FnOnce(&mut BufWriter<&mut dyn Write>) -> io::Result<()>,
) -> io::Result<()> {
    let mut buffer = BufWriter::new(to);
    work(&mut buffer)?;
    buffer.flush()
}

impl fmt::Debug for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Terminal").field("style", &self.style).finish_non_exhaustive()
    }
}
