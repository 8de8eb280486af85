//! `tl cost`: what each root brings, and what cutting types would save.

use std::path::PathBuf;

use typelang_codegen::{Config, Cost as Costs, Error, Extent};
use typelang_parser::{Dialect, Sources};

use crate::shared::{
    dialect::dialect,
    embedded,
    input::read,
    layer::Layer,
    outcome::{Failure, Outcome},
    selection::Selection,
    table,
    terminal::Terminal,
};

/// The arguments of `tl cost`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Cost {
    /// Schema files, or `-`; several are read as one schema [default: Telegram's API, built in]
    #[arg(value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub selection: Selection,
    /// Print at most N roots and N types to cut
    #[arg(long, value_name = "N", default_value = "12")]
    pub top: usize,
    /// Read the schema in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl cost
      the methods that need most, and the types worth cutting
  tl cost --only messages.sendMessage --only 'auth.*'
      the size of what `tl generate` generates for the same roots
  tl cost --only messages.sendMessage --opaque Update
      what is left, and which type to cut next

A line has a kind, a name, the numbers of constructors, types, methods and fields, and the share of the \
schema's constructors:
  schema    the whole schema
  kept      what the roots need, without opaque types
  root      what one root needs by itself; without --only, one method
  cut       what you save if this type is opaque too: candidates for --opaque
Columns are separated by tabs unless the output is a terminal.";

const HEADER: [&str; 7] = ["what", "name", "constructors", "types", "methods", "fields", "share"];

/// Prints the table.
///
/// # Errors
/// When a file cannot be read, or the selection does not fit the schema.
pub fn cost(args: &Cost, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let sources = sources(args)?;
    let mut config = Config::new();
    args.selection.apply(&mut config);
    if let Some(dialect) = args.dialect {
        config.dialect(dialect);
    }
    match config.cost(&sources) {
        Ok(costs) => {
            table::print(terminal, &HEADER, &rows(&costs, args.top))?;
            Ok(Outcome::Done)
        }
        Err(Error::Schema { report }) => {
            terminal.refusal(&report)?;
            Ok(Outcome::Faults)
        }
        Err(error) => Err(error.into()),
    }
}

fn sources(args: &Cost) -> Result<Sources, Failure> {
    let schemas = args.layer.or(&args.schemas);
    if schemas.is_empty() { Ok(embedded::api()) } else { read(&schemas, args.dialect) }
}

fn rows(costs: &Costs, top: usize) -> Vec<[String; 7]> {
    let row = |what: &str, name: &str, extent: &Extent| {
        let Extent { constructors, types, methods, fields } = *extent;
        let numbers = [constructors, types, methods, fields].map(|number| number.to_string());
        let [constructors_shown, types, methods, fields] = numbers;
        let share = share(constructors, costs.schema.constructors);
        let (what, name) = (what.to_owned(), name.to_owned());
        [what, name, constructors_shown, types, methods, fields, share]
    };
    let named = |what: &'static str, all: &[(String, Extent)]| -> Vec<_> {
        all.iter().take(top).map(|(name, extent)| row(what, name, extent)).collect()
    };
    let mut rows = vec![row("schema", "-", &costs.schema), row("kept", "-", &costs.kept)];
    rows.extend(named("root", &costs.roots));
    rows.extend(named("cut", &costs.cuts));
    rows
}

/// `8.3%`
fn share(part: usize, whole: usize) -> String {
    let permille = (part * 1000 + whole / 2).checked_div(whole).unwrap_or_default();
    format!("{}.{}%", permille / 10, permille % 10)
}
