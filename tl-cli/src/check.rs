//! `tl check`: everything that is wrong with schemas.

use std::path::PathBuf;

use typelang_parser::{Checked, Dialect, Options, Schema, check as check_sources, syntax::Role};

use crate::{Failure, Outcome, Terminal, args::dialect, input::read};

/// The arguments of `tl check`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Check {
    /// Schema files, or `-`; several are one schema
    #[arg(required = true, value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    /// Read as this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl check api.tl
  tl check --dialect ton ton_api.tl lite_api.tl
  curl -s https://example.org/api.tl | tl check -

Every fault is reported in one run, each with its code, its place and what to do. The last line says
what was read, and as which dialect.";

/// Reports all faults, then what the schema holds.
///
/// # Errors
/// When a file cannot be read or the report cannot be written.
pub fn check(args: &Check, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let sources = read(&args.schemas)?;
    let options = Options { dialect: args.dialect, ..Options::default() };
    let checked = check_sources(&sources, &options);
    terminal.report(&checked.diagnostics, &sources)?;
    writeln!(terminal.out, "{}; {}", summary(&checked.schema), read_as(&checked))?;
    Ok(if checked.has_errors() { Outcome::Faults } else { Outcome::Done })
}

/// `1704 constructors, 850 methods, layer 230`
pub(crate) fn summary(schema: &Schema) -> String {
    let count = |role| {
        let all = schema.combinators.iter().filter(|combinator| !combinator.builtin);
        all.filter(|combinator| combinator.role == role).count()
    };
    let constructors = counted(count(Role::Constructor), "constructor");
    let methods = counted(count(Role::Function), "method");
    let layer = schema.layer.map_or_else(String::new, |layer| format!(", layer {layer}"));
    format!("{constructors}, {methods}{layer}")
}

/// `1 file`, `2 files`
pub(crate) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn read_as(checked: &Checked) -> String {
    let dialect = checked.schema.dialect;
    match &checked.guess {
        None => format!("read as {dialect}"),
        Some(guess) => format!("read as {dialect}, because {}", guess.reason),
    }
}
