//! `tl fmt`: schemas in their canonical form.

use std::{io::Write, path::PathBuf, slice};

use typelang_codegen::replace_file;
use typelang_parser::{Diagnostic, FileId, Sources, diagnostic::Severity, parse, print};

use crate::shared::{
    counts::counted,
    difference::difference,
    input::{is_file, read_tl},
    outcome::{Failure, Outcome},
    shell::quoted,
    terminal::Terminal,
};

/// The arguments of `tl fmt`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Fmt {
    /// Schema files to rewrite, or `-` to format the standard input to the standard output
    #[arg(required = true, value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    /// Write nothing; fail if a file is not in canonical form
    #[arg(long)]
    pub check: bool,
}

const EXAMPLES: &str = "\
Examples:
  tl fmt schema/*.tl
  tl fmt --check schema/*.tl
      in CI: name the files that are not in canonical form, and the command that formats them
  tl fmt - < old.tl > new.tl

Only the layout changes: order, comments and ids stay. Files with syntax errors are not changed. \
--check ignores CRLF line endings.";

/// What came of one file.
enum Done {
    Kept,
    Formatted,
    Faulty,
}

/// Formats each file by itself.
///
/// # Errors
/// When a file cannot be read or written.
pub fn fmt(args: &Fmt, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    // All are read before any is written.
    let files = args.schemas.iter().map(|path| Ok((path, read_tl(slice::from_ref(path))?)));
    let files = Failure::or_all(files)?;
    let (mut kept, mut formatted, mut faulty) = (0, Vec::new(), 0);
    for (path, sources) in &files {
        match one(args, path, sources, terminal)? {
            Done::Kept => kept += 1,
            Done::Formatted => formatted.push(path.display().to_string()),
            Done::Faulty => faulty += 1,
        }
    }
    if args.check && !formatted.is_empty() {
        terminal.more(&mending(&formatted))?;
    } else if args.schemas.iter().all(|path| is_file(path)) {
        let what = if args.check { "canonical" } else { "kept" };
        let formatted = match formatted.len() {
            0 => String::new(),
            count => format!("{} formatted, ", counted(count, "file")),
        };
        writeln!(terminal.text(), "{formatted}{} {what}", counted(kept, "file"))?;
    }
    let drift = args.check && !formatted.is_empty();
    Ok(if faulty > 0 || drift { Outcome::Faults } else { Outcome::Done })
}

/// How to format these files.
fn mending(paths: &[String]) -> String {
    let paths: Vec<String> = paths.iter().map(|path| quoted(path)).collect();
    format!("to fix this, run: tl fmt {}\n", paths.join(" "))
}

fn one(
    args: &Fmt,
    path: &PathBuf,
    sources: &Sources,
    terminal: &mut Terminal<'_>,
) -> Result<Done, Failure> {
    let text = &sources[FileId(0)].text;
    let parsed = parse(FileId(0), text);
    let is_error = |fault: &Diagnostic| fault.severity == Severity::Error;
    let faults: Vec<Diagnostic> = parsed.diagnostics.into_iter().filter(is_error).collect();
    if !faults.is_empty() {
        terminal.report(&faults, sources)?;
        terminal.note(&format!("{} is not changed", sources[FileId(0)].name))?;
        return Ok(Done::Faulty);
    }
    let canonical = print(&parsed.file, text);
    if args.check {
        let text = text.replace("\r\n", "\n");
        if text != canonical {
            differs(&sources[FileId(0)].name, &text, &canonical, terminal)?;
            return Ok(Done::Formatted);
        }
    } else if !is_file(path) {
        terminal.data().write_all(canonical.as_bytes())?;
    } else if replace_file(path, canonical.as_bytes()).map_err(Failure::write(path))? {
        return Ok(Done::Formatted);
    }
    Ok(Done::Kept)
}

fn differs(
    name: &str,
    text: &str,
    canonical: &str,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let (line, lines) = difference(text, canonical);
    terminal.error(&format!("{name} is not in canonical form, from line {line} on"))?;
    Ok(terminal.more(&lines)?)
}
