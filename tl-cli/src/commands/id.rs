//! `tl id`: the ids of declarations, as written and as computed.

use std::{collections::BTreeSet, path::Path, path::PathBuf};

use typelang_layers::{Archive, Declaration};
use typelang_parser::{
    Dialect, FileId, Options, Sources, Span, check,
    diagnostic::{Diagnostic, Severity},
    id::{IdRule, compute, compute_builtin},
    parse,
    syntax::{File, Item},
};

use crate::shared::{
    dialect::dialect,
    embedded,
    input::read,
    layer::{self, layers_with},
    outcome::{Failure, Outcome},
    suggestion::suggestion,
    table,
    terminal::Terminal,
};

/// The arguments of `tl id`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Id {
    /// Schema files, or `-`; declarations, which contain `=`; or names and ids, to print only these
    /// [default schemas: Telegram's, built in]
    #[arg(value_name = "SCHEMA|DECLARATION|NAME")]
    pub what: Vec<String>,
    /// Use this layer of Telegram's API
    #[arg(long, value_name = "N")]
    pub layer: Option<u32>,
    /// Print only ids that differ from the computed ones
    #[arg(long)]
    pub mismatch: bool,
    /// Compute ids by this rule [default: the dialect's]
    #[arg(long, value_enum)]
    pub rule: Option<Rule>,
    /// Read schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// How ids are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Rule {
    /// Telegram's: without `flags.N?true` fields, `bytes` as `string`, `!` kept
    Telegram,
    /// The reference compiler's, for TDLib, TON and VK
    Ref,
    /// Both rules, in two columns
    Both,
}

const EXAMPLES: &str = "\
Examples:
  tl id 'boolTrue = Bool'
  tl id help.getConfig
  tl id 215c4438
      an id of an older layer, with the layers that have it
  tl id --mismatch --rule both api.tl
  tl id my.tl | grep '\te3fe70f4$'

A line has the name, the written id or `-`, and the computed id; with `--rule both`, the id by \
Telegram's rule and then by the reference compiler's. With the built-in schemas the last column names \
the schema. Columns are separated by tabs unless the output is a terminal. An argument that is neither \
a declaration nor a file is a name.";

/// What the arguments name.
#[derive(Debug, Default)]
struct Named {
    schemas: Vec<PathBuf>,
    declarations: Sources,
    names: BTreeSet<String>,
}

/// The name, the written id, and the computed ones.
struct Row {
    name: String,
    written: Option<u32>,
    computed: Vec<u32>,
    /// The built-in schemas or the layers with this row; empty for schemas that the user named.
    schemas: Vec<String>,
}

impl Row {
    /// Whether both are the same declaration.
    fn is_same(&self, other: &Self) -> bool {
        (&self.name, self.written, &self.computed) == (&other.name, other.written, &other.computed)
    }

    /// Whether `text` is the name, or the name and the id.
    fn is_called(&self, text: &str) -> bool {
        match text.split_once('#') {
            Some((name, id)) if !name.is_empty() => {
                let id = u32::from_str_radix(id, 16).ok();
                name == self.name
                    && id.is_some_and(|id| Some(id) == self.written || self.computed.contains(&id))
            }
            _ => text == self.name || self.written.is_some() && self.written == digits(text),
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
    for (schema, sources) in schemas(args, &named)? {
        let mut new = Vec::new();
        sound &= add_rows(args, &sources, &mut new, terminal)?;
        for row in new {
            add_row(row, schema, &mut rows);
        }
    }
    if rows.iter().any(|row| !row.schemas.is_empty()) {
        rows.extend(of_layers(&named, &rows));
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
        terminal.error(&format!("no declaration or file is called `{name}`{near}"))?;
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
    path.extension()
        .is_some_and(|extension| ["tl", "json", "tlo"].iter().any(|it| extension == *it))
}

/// Adds a row of a built-in schema to the equal row of another one, since Telegram's schemas share declarations.
fn add_row(mut row: Row, schema: Option<&str>, rows: &mut Vec<Row>) {
    let Some(schema) = schema.map(str::to_owned) else { return rows.push(row) };
    match rows.iter_mut().find(|other| other.is_same(&row)) {
        Some(other) if other.schemas.contains(&schema) => {}
        Some(other) => other.schemas.push(schema),
        None => {
            row.schemas.push(schema);
            rows.push(row);
        }
    }
}

/// The rows of names and ids that only other layers of the API have.
fn of_layers(named: &Named, rows: &[Row]) -> Vec<Row> {
    let is_missing = |name: &&String| !rows.iter().any(|row| row.is_called(name));
    let missing: Vec<&String> = named.names.iter().filter(is_missing).collect();
    if missing.is_empty() {
        return Vec::new();
    }
    let archive = Archive::open();
    let mut rows: Vec<(Row, Vec<Declaration<'_>>)> = Vec::new();
    for declaration in archive.declarations() {
        let file = parse(FileId(0), declaration.text()).file;
        let row = rows_of(&file, &[IdRule::Telegram], &[]).into_iter().next();
        let is_wanted = |row: &Row| missing.iter().any(|name| row.is_called(name));
        let Some(row) = row.filter(is_wanted) else { continue };
        // Those that differ in flags without bytes have one id.
        match rows.iter_mut().find(|(other, _)| other.is_same(&row)) {
            Some((_, all)) => all.push(declaration),
            None => rows.push((row, vec![declaration])),
        }
    }
    let named = |(row, all): (Row, Vec<_>)| Row { schemas: vec![layers_with(&all)], ..row };
    rows.into_iter().map(named).collect()
}

/// The id that 8 hexadecimal digits are.
fn digits(text: &str) -> Option<u32> {
    let text = text.strip_prefix("0x").or_else(|| text.strip_prefix('#')).unwrap_or(text);
    u32::from_str_radix(text, 16).ok().filter(|_| text.len() == 8)
}

/// The schemas to read; those that are built in have a name.
fn schemas(args: &Id, named: &Named) -> Result<Vec<(Option<&'static str>, Sources)>, Failure> {
    let mut files = named.schemas.clone();
    files.extend(args.layer.map(layer::path));
    if !files.is_empty() {
        return Ok(vec![(None, read(&files, args.dialect)?)]);
    }
    let only_declarations = named.names.is_empty() && named.declarations.iter().next().is_some();
    let built_in = embedded::all().map(|(name, sources)| (Some(name), sources));
    Ok(if only_declarations { Vec::new() } else { built_in.into() })
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
        is_sound(span).then(|| Row {
            name: name.text.to_owned(),
            written,
            computed,
            schemas: Vec::new(),
        })
    };
    file.items.iter().filter_map(row).collect()
}

fn print(args: &Id, rows: &[Row], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let is_built_in = rows.iter().any(|row| !row.schemas.is_empty());
    let both = args.rule == Some(Rule::Both);
    let ids: &[&str] = if both { &["telegram", "ref"] } else { &["computed"] };
    let schema: &[&str] = if is_built_in { &["schema"] } else { &[] };
    let header = [&["name", "written"], ids, schema].concat();
    let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row, is_built_in)).collect();
    Ok(table::print(terminal, &header, &rows)?)
}

fn cells(row: &Row, is_built_in: bool) -> Vec<String> {
    let hex = |id: u32| format!("{id:08x}");
    let mut cells = vec![row.name.clone(), row.written.map_or("-".to_owned(), hex)];
    cells.extend(row.computed.iter().copied().map(hex));
    match row.schemas.as_slice() {
        [] if is_built_in => cells.push("-".to_owned()),
        [] => {}
        schemas => cells.push(schemas.join(",")),
    }
    cells
}
