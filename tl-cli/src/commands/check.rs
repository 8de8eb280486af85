//! `tl check`: all faults of schemas.

use std::{io::Write, path::PathBuf};

use typelang_codegen::replace_file;
use typelang_parser::{
    Checked, Diagnostic, Dialect, Level, Options, Sources, catalogue::Entry, check as check_sources,
};

use crate::shared::{
    allow_list,
    counts::{counted, summary},
    dialect::dialect,
    explanation::explanation,
    input::{is_file, read, read_tl},
    layer::Layer,
    lint::{self, ID_MISMATCH, Lints, rule},
    mended::{Mended, mend},
    outcome::{Failure, Outcome},
    terminal::Terminal,
};

/// The arguments of `tl check`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Schema files, or `-`; several are read as one schema
    #[arg(required_unless_present_any = ["explain", "layer"], value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    /// Read the schema in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
    /// The levels of warnings
    #[command(flatten)]
    pub lints: Lints,
    /// Report faults in this format
    #[arg(long, value_enum, default_value_t = ReportFormat::Human)]
    pub format: ReportFormat,
    /// Make the edits that leave no choice, in the files, before reporting the other faults
    #[arg(long)]
    pub fix: bool,
    /// Explain the rule with this code, with examples; check nothing
    #[arg(long, value_name = "CODE", value_parser = rule, exclusive = true)]
    pub explain: Option<&'static Entry>,
}

/// How faults are reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum ReportFormat {
    /// Text, on the standard error
    #[default]
    Human,
    /// For editors, on the standard output: one object per line with code, severity, place, message and edits
    Json,
}

const EXAMPLES: &str = "\
Examples:
  tl check api.tl
  tl check --dialect ton ton_api.tl lite_api.tl
  curl -s https://example.org/api.tl | tl check -
  tl check --explain TL0119
  tl check --deny warnings --allow TL0249 api.tl
      in CI: warnings are failures, except for fields without names
  tl check --fix api.tl
      repair what has one remedy, such as a missing `;`; faults with a choice, such as a misspelt name, stay
  tl check --ids api.tl
      also report ids that no rule explains

One run reports all faults, each with a code, a place and a remedy. The last line says what was read \
and in which dialect.

A comment `// tl:allow(TL0249)` allows a warning on its line and the next. List ids that are known to \
differ from the computed ones in a file `ids.allow` beside the schema: `name#0123abcd`, one per line, \
with `//` comments.";

/// Reports all faults, then what the schema holds.
///
/// # Errors
/// When a file cannot be read or the report cannot be written, and when a warning is both denied and allowed.
pub fn check(args: &Check, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    if let Some(rule) = args.explain {
        write!(terminal.text(), "{}", explanation(rule))?;
        return Ok(Outcome::Done);
    }
    let mut sources =
        if args.fix { fix(args, terminal)? } else { read(&schemas(args), args.dialect)? };
    let checked = check_with_lists(args, &mut sources)?;
    report(args, terminal, &checked.diagnostics, &sources)?;
    if args.format == ReportFormat::Human {
        writeln!(terminal.text(), "{}; {}", summary(&checked.schema), read_as(&checked))?;
    }
    Ok(if checked.has_errors() { Outcome::Faults } else { Outcome::Done })
}

fn schemas(args: &Check) -> Vec<PathBuf> {
    args.layer.or(&args.schemas)
}

/// Repairs the files, and returns what they hold then.
fn fix(args: &Check, terminal: &mut Terminal<'_>) -> Result<Sources, Failure> {
    if let Some(path) = schemas(args).iter().find(|path| !is_file(path)) {
        let path = path.display();
        let message =
            format!("--fix rewrites files, and `{path}` is not one; name the schema's file");
        return Err(Failure::Usage(message));
    }
    let mut options = Options { dialect: args.dialect, ..Options::default() };
    lint::apply(&args.lints, &mut options)?;
    let Mended { sources: mended, edits } = mend(&read_tl(&args.schemas)?, &options);
    let mut changed = 0;
    for (path, (_, source)) in args.schemas.iter().zip(mended.iter()) {
        let written = replace_file(path, source.text.as_bytes()).map_err(Failure::write(path))?;
        changed += usize::from(written);
    }
    if edits > 0 {
        let (edits, files) = (counted(edits, "edit"), counted(changed, "file"));
        terminal.note(&format!("made {edits} in {files}"))?;
    }
    Ok(mended)
}

/// Checks the sources, then adds the lists of allowed ids to them and what is to be said of those.
fn check_with_lists(args: &Check, sources: &mut Sources) -> Result<Checked, Failure> {
    let mut options = Options { dialect: args.dialect, ..Options::default() };
    lint::apply(&args.lints, &mut options)?;
    if options.level(ID_MISMATCH) == Level::Allow {
        return Ok(check_sources(sources, &options));
    }
    let schema = sources.clone();
    let entries = allow_list::read(&args.schemas, sources)?;
    options.allowed_id_mismatches = allow_list::names(&entries);
    let mut checked = check_sources(&schema, &options);
    checked.diagnostics.extend(allow_list::complaints(&entries, &checked, &options));
    Ok(checked)
}

fn report(
    args: &Check,
    terminal: &mut Terminal<'_>,
    faults: &[Diagnostic],
    sources: &Sources,
) -> Result<(), Failure> {
    match args.format {
        ReportFormat::Human => terminal.report(faults, sources)?,
        ReportFormat::Json => terminal.json(faults, sources)?,
    }
    Ok(())
}

fn read_as(checked: &Checked) -> String {
    let dialect = checked.schema.dialect;
    match &checked.guess {
        None => format!("read as {dialect}"),
        Some(guess) => format!("read as {dialect}, because {}", guess.reason),
    }
}
