//! `tl id`: the ids of declarations, as written and as computed.

use std::{collections::BTreeSet, path::Path, path::PathBuf};

use typelang_parser::{
    Dialect, Options, Sources, Span, check,
    diagnostic::{Diagnostic, Severity},
    id::{IdRule, compute, compute_builtin},
    parse,
    syntax::{File, Item},
};

use crate::shared::{
    dialect::dialect,
    embedded,
    input::read,
    outcome::{Failure, Outcome},
    suggestion::suggestion,
    table,
    terminal::Terminal,
};

/// The arguments of `tl id`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Id {
    /// Schema files, or `-`; declarations, which have a `=`; names, to print only their ids.
    /// Without a schema: Telegram's, which are built in
    #[arg(value_name = "SCHEMA|DECLARATION|NAME")]
    pub what: Vec<String>,
    /// Only ids that are written otherwise than they are computed
    #[arg(long)]
    pub mismatch: bool,
    /// How ids are computed [default: as the dialect does]
    #[arg(long, value_enum)]
    pub rule: Option<Rule>,
    /// Read as this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// How ids are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Rule {
    /// As for Telegram's API: without `flags.N?true` fields, `bytes` as `string`, `!` kept
    Telegram,
    /// As the reference compiler does, for TDLib, TON and VK
    Ref,
    /// By both rules, in two columns
    Both,
}

const EXAMPLES: &str = "\
Examples:
  tl id 'boolTrue = Bool'
  tl id help.getConfig
  tl id --mismatch --rule both api.tl
  tl id td_api.tl | grep '\te4c123d6$'

A line has the name, the written id or `-`, and the computed id; with `--rule both` the one of \
Telegram's rule and then the one of the reference compiler's. Words are separated by tabs unless the \
output is a terminal. An argument that is no declaration and no file is a name.";

/// What the arguments name.
#[derive(Debug, Default)]
struct Named {
    schemas: Vec<PathBuf>,
    declarations: Sources,
    names: BTreeSet<String>,
}

/// The name, the written id, and the computed ones.
#[derive(PartialEq, Eq)]
struct Row {
    name: String,
    written: Option<u32>,
    computed: Vec<u32>,
}

impl Row {
    /// Whether `text` is the name, or the name and the id.
    fn is_called(&self, text: &str) -> bool {
        match text.split_once('#') {
            Some((name, id)) => {
                let id = u32::from_str_radix(id, 16).ok();
                name == self.name
                    && id.is_some_and(|id| Some(id) == self.written || self.computed.contains(&id))
            }
            None => text == self.name,
        }
    }
}

/// Prints a line for each declaration.
///
/// # Errors
/// When a file cannot be read or the ids cannot be printed.
pub fn id(args: &Id, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let named = named(args);
    let mut rows = Vec::new();
    let mut sound = true;
    for sources in schemas(&named)? {
        let mut new = Vec::new();
        sound &= add_rows(args, &sources, &mut new, terminal)?;
        // Telegram's schemas share declarations.
        new.retain(|row| !rows.contains(row));
        rows.append(&mut new);
    }
    let known: BTreeSet<String> = rows.iter().map(|row| row.name.clone()).collect();
    let mut missing = named.names.clone();
    if !named.names.is_empty() {
        rows.retain(|row| named.names.iter().any(|name| row.is_called(name)));
        missing.retain(|name| !rows.iter().any(|row| row.is_called(name)));
    }
    sound &= add_rows(args, &named.declarations, &mut rows, terminal)?;
    if args.mismatch {
        rows.retain(|row| row.written.is_some_and(|id| !row.computed.contains(&id)));
    }
    print(args, &rows, terminal)?;
    for name in &missing {
        let near = suggestion(name, known.iter().map(String::as_str));
        terminal.error(&format!("no declaration is called `{name}`, and no file{near}"))?;
    }
    Ok(if sound && missing.is_empty() { Outcome::Done } else { Outcome::Faults })
}

fn named(args: &Id) -> Named {
    let mut named = Named::default();
    for what in &args.what {
        let path = Path::new(what);
        if what.contains('=') && !path.exists() {
            let end = if what.trim_end().ends_with(';') { "" } else { ";" };
            named.declarations.add("<argument>", format!("{what}{end}"));
        } else if what == "-" || what.contains('/') || has_extension(path) || path.is_file() {
            named.schemas.push(path.into());
        } else {
            named.names.insert(what.clone());
        }
    }
    named
}

fn has_extension(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "tl")
}

fn schemas(named: &Named) -> Result<Vec<Sources>, Failure> {
    if !named.schemas.is_empty() {
        return Ok(vec![read(&named.schemas)?]);
    }
    let only_declarations = named.names.is_empty() && named.declarations.iter().next().is_some();
    Ok(if only_declarations { Vec::new() } else { embedded::all().into() })
}

/// Adds what can be read, and says whether all could.
fn add_rows(
    args: &Id,
    sources: &Sources,
    rows: &mut Vec<Row>,
    terminal: &mut Terminal<'_>,
) -> Result<bool, Failure> {
    let rules = match args.rule {
        Some(Rule::Telegram) => vec![IdRule::Telegram],
        Some(Rule::Ref) => vec![IdRule::Reference],
        Some(Rule::Both) => vec![IdRule::Telegram, IdRule::Reference],
        None => vec![dialect_of(args, sources).id_rule()],
    };
    let mut faults: Vec<Diagnostic> = Vec::new();
    for (id, source) in sources.iter() {
        let parsed = parse(id, &source.text);
        let wrong: Vec<Diagnostic> = parsed.diagnostics.into_iter().filter(is_error).collect();
        rows.extend(rows_of(&parsed.file, &rules, &wrong));
        faults.extend(wrong);
    }
    terminal.report(&faults, sources)?;
    Ok(faults.is_empty())
}

/// What the ids are computed from is the text alone: whether the schema makes sense is not asked.
fn dialect_of(args: &Id, sources: &Sources) -> Dialect {
    let guessed = || check(sources, &Options::default()).schema.dialect;
    args.dialect.unwrap_or_else(guessed)
}

fn is_error(fault: &Diagnostic) -> bool {
    fault.severity == Severity::Error
}

/// A declaration with a fault in it was not read as it was meant, so that its id would mislead.
fn rows_of(file: &File<'_>, rules: &[IdRule], faults: &[Diagnostic]) -> Vec<Row> {
    let places: BTreeSet<u32> =
        faults.iter().filter_map(Diagnostic::location).map(|place| place.span.start).collect();
    let is_sound = |span: Span| places.range(span.start..=span.end).next().is_none();
    let row = |item: &Item<'_>| {
        let (name, id, span, computed) = match item {
            Item::Combinator(it) => {
                let computed = rules.iter().map(|rule| compute(it, *rule)).collect();
                (it.name, it.id, it.span, computed)
            }
            Item::Builtin(it) => (it.name, it.id, it.span, vec![compute_builtin(it); rules.len()]),
            _ => return None,
        };
        let written = id.map(|id| id.value);
        is_sound(span).then(|| Row { name: name.text.to_owned(), written, computed })
    };
    file.items.iter().filter_map(row).collect()
}

fn print(args: &Id, rows: &[Row], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let hex = |id: u32| format!("{id:08x}");
    let written = |row: &Row| row.written.map_or("-".to_owned(), hex);
    let computed =
        |row: &Row, at: usize| row.computed.get(at).copied().map(hex).unwrap_or_default();
    if args.rule == Some(Rule::Both) {
        let cells =
            |row: &Row| [row.name.clone(), written(row), computed(row, 0), computed(row, 1)];
        let rows: Vec<_> = rows.iter().map(cells).collect();
        table::print(terminal, ["name", "written", "telegram", "ref"], &rows)?;
    } else {
        let rows: Vec<_> =
            rows.iter().map(|row| [row.name.clone(), written(row), computed(row, 0)]).collect();
        table::print(terminal, ["name", "written", "computed"], &rows)?;
    }
    Ok(())
}
