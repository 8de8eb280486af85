//! Where a subcommand writes to.

use std::{
    env, fmt,
    io::{self, BufWriter, IsTerminal, Write},
};

use typelang_codegen::Faults;
use typelang_parser::{
    Diagnostic, Sources,
    report::{Json, MaxReports, Report, Style},
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
    /// How many faults a report shows, where somebody says so.
    pub max_reports: Option<MaxReports>,
}

/// How to see what a report leaves out.
const REMEDY: &str = "use `--max-reports all`";

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
        writeln!(self.err, "{}: {error}", error_word(self.style))
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
