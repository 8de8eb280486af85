//! `tl dump`: what a stage makes of schemas.

use std::{
    io::{self, BufWriter, Write},
    path::PathBuf,
};

use typelang_codegen::{Config, Error, Names};
use typelang_parser::{Dialect, Options, Sources, check, parse};

use crate::shared::{
    dialect::dialect,
    embedded,
    input::read,
    item_settings::{Pair, pair},
    layer::Layer,
    outcome::{Failure, Outcome},
    selection::Selection,
    terminal::Terminal,
};

/// The arguments of `tl dump`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Dump {
    /// Print the result of this stage
    #[arg(long)]
    pub stage: Stage,
    /// Schema files, or `-`; several are read as one schema [default: Telegram's, built in]
    #[arg(value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    /// With `plan`: rename a struct, an enum, a variant or a field, as `tl generate` does
    #[arg(long, value_name = "NAME=NEW", value_parser = pair)]
    pub rename: Vec<Pair>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub selection: Selection,
    /// Read the schema in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// A stage between text and Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Stage {
    /// The syntax tree, with spans
    Syntax,
    /// The checked schema: names looked up, ids computed
    Schema,
    /// The names: TL name, kind and Rust path, separated by tabs
    Plan,
}

const EXAMPLES: &str = "\
Examples:
  tl dump --stage plan | grep '^messages.sendMessage\t'
  tl dump --stage schema my.tl
  echo 'point x:int y:int = Point;' | tl dump --stage syntax -

`plan` prints a line for each constructor, method (kind `function`), type (kind `opaque` if its values \
are kept as bytes), field and variant. Only `plan` uses --only and --opaque:
  messages.sendMessage    function    functions::messages::SendMessage";

/// Prints the stage's result.
///
/// # Errors
/// When a file cannot be read or the result cannot be written.
pub fn dump(args: &Dump, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let (root, modules) = match args.layer.or(&args.schemas).as_slice() {
        [] => (embedded::api(), embedded::modules().into()),
        schemas => (read(schemas, args.dialect)?, Vec::new()),
    };
    if args.stage == Stage::Plan {
        return plan(args, &root, &modules, terminal);
    }
    let mut outcome = Outcome::Done;
    for sources in core::iter::once(&root).chain(modules.iter().map(|(_, sources)| sources)) {
        let one = match args.stage {
            Stage::Syntax => syntax(sources, terminal)?,
            _ => schema(args.dialect, sources, terminal)?,
        };
        outcome = if outcome == Outcome::Done { one } else { outcome };
    }
    Ok(outcome)
}

fn syntax(sources: &Sources, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    for (id, source) in sources.iter() {
        let parsed = parse(id, &source.text);
        if !parsed.diagnostics.is_empty() {
            outcome = Outcome::Faults;
        }
        terminal.report(&parsed.diagnostics, sources)?;
        // A tree is printed in many small pieces.
        let mut out = BufWriter::new(terminal.text());
        writeln!(out, "// {}\n{:#?}", source.name, parsed.file)?;
        out.flush()?;
    }
    Ok(outcome)
}

fn schema(
    dialect: Option<Dialect>,
    sources: &Sources,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let checked = check(sources, &Options { dialect, ..Options::default() });
    terminal.report(&checked.diagnostics, sources)?;
    let mut out = BufWriter::new(terminal.text());
    writeln!(out, "{:#?}", checked.schema)?;
    out.flush()?;
    Ok(if checked.has_errors() { Outcome::Faults } else { Outcome::Done })
}

fn plan(
    args: &Dump,
    root: &Sources,
    modules: &[(&str, Sources)],
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let mut config = Config::new();
    args.selection.apply(&mut config);
    if let Some(dialect) = args.dialect {
        config.dialect(dialect);
    }
    for Pair { selector, text } in &args.rename {
        config.rename(selector, text);
    }
    for (name, sources) in modules {
        config.module_sources(*name, sources.clone());
    }
    let below = modules.iter().map(|(name, _)| (format!("{name}::"), config.module_names(name)));
    let all = core::iter::once((String::new(), config.names(root))).chain(below);
    let mut out = BufWriter::new(terminal.text());
    for (below, names) in all {
        match names {
            Ok(names) => print(&names, &below, &mut out)?,
            Err(Error::Schema { report }) => {
                drop(out);
                terminal.refusal(&report)?;
                return Ok(Outcome::Faults);
            }
            Err(error) => return Err(error.into()),
        }
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// A line for each name, with the module that it is below.
fn print(names: &Names, below: &str, out: &mut dyn Write) -> io::Result<()> {
    for name in names.iter() {
        // A type of the language itself has no item of its own, and its path is `-`.
        let below = if name.rust == "-" { "" } else { below };
        writeln!(out, "{}\t{}\t{below}{}", name.tl, name.kind, name.rust)?;
    }
    Ok(())
}
