//! `tl convert`: a schema in another form.

use std::{io::Write, path::PathBuf};

use typelang_codegen::replace_file;
use typelang_parser::{
    Dialect, FileId, Options, Schema, Sources, check, json, parse, print,
    schema::{Combinator, Origin},
    syntax::{File, Item},
    tlo,
};

use crate::shared::{
    counts::{counted, summary},
    dialect::dialect,
    format::Format,
    input::SchemaText,
    layer,
    outcome::{Failure, Outcome},
    terminal::Terminal,
};

/// The arguments of `tl convert`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Convert {
    /// The schema, or `-`
    #[arg(required_unless_present = "layer")]
    pub input: Option<PathBuf>,
    /// Convert this layer of Telegram's API
    #[arg(long, value_name = "N", conflicts_with = "input")]
    pub layer: Option<u32>,
    /// Write this form
    #[arg(long, value_enum, value_name = "FORM")]
    pub to: Format,
    /// Read this form [default: by the file's extension, else by its content]
    #[arg(long, value_enum, value_name = "FORM")]
    pub from: Option<Format>,
    /// Write to this file [default: the standard output]
    #[arg(short, long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// With --to tlo: write this time of compilation, in seconds since 1970 [default: 0]
    #[arg(long, value_name = "SECONDS")]
    pub date: Option<u32>,
    /// Read the schema in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl convert --to json api.tl -o api.json
  tl convert --to tlo td_api.tl -o td_api.tlo
  curl -s https://example.org/schema.json | tl convert --to tl -

The compiled form equals the reference compiler's byte for byte, except for the time of compilation. \
JSON and the compiled form cannot hold everything that TL can; the command names what is lost.";

/// Reads a schema in any form and writes it in another.
///
/// # Errors
/// When a file cannot be read or written, and when `--date` is given for another form than the compiled one.
pub fn convert(args: &Convert, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    refuse(args, terminal)?;
    let input = args.layer.map(layer::path).or_else(|| args.input.clone()).unwrap_or_default();
    let read = SchemaText::read(&input, args.from, args.dialect)?;
    let mut sources = Sources::new();
    read.add_to(&mut sources);
    let SchemaText { form: from, text, .. } = read;
    let checked = check(&sources, &Options { dialect: args.dialect, ..Options::default() });
    if checked.has_errors() {
        terminal.report(&checked.diagnostics, &sources)?;
        return Ok(Outcome::Faults);
    }
    if from == Format::Tlo && checked.schema.combinators.iter().any(|it| it.layer.is_some()) {
        terminal
            .note("the compiled form does not name layers; declarations with the same name are numbered, and all others are in layer 1")?;
    }
    let lost = lost(from, args.to, &text, &checked.schema);
    if !lost.is_empty() {
        terminal.note(&format!("{} does not hold {}", args.to.name(), lost.join(", ")))?;
    }
    write(args, &written(args, &text, &checked.schema), &checked.schema, terminal)?;
    Ok(Outcome::Done)
}

fn refuse(args: &Convert, terminal: &Terminal<'_>) -> Result<(), Failure> {
    if args.date.is_some() && args.to != Format::Tlo {
        return Err(Failure::Usage(
            "--date needs `--to tlo`; only the compiled form has a date".to_owned(),
        ));
    }
    if args.to == Format::Tlo && args.out.is_none() && terminal.out_is_terminal() {
        let message = "the compiled form is binary; write it to a file with `-o`";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(())
}

fn written(args: &Convert, text: &str, schema: &Schema) -> Vec<u8> {
    match args.to {
        Format::Tl => print(&parse(FileId(0), text).file, text).into_bytes(),
        Format::Json => json::write(schema).into_bytes(),
        Format::Tlo => {
            let mut bytes = tlo::write(schema);
            // After the constructor's id and the version.
            if let Some(date) = bytes.get_mut(8..12) {
                date.copy_from_slice(&args.date.unwrap_or_default().to_le_bytes());
            }
            bytes
        }
    }
}

fn write(
    args: &Convert,
    bytes: &[u8],
    schema: &Schema,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let Some(path) = &args.out else { return Ok(terminal.data().write_all(bytes)?) };
    replace_file(path, bytes).map_err(Failure::write(path))?;
    Ok(writeln!(terminal.text(), "{}: {}", path.display(), summary(schema))?)
}

/// What of the schema the form has no place for.
fn lost(from: Format, to: Format, text: &str, schema: &Schema) -> Vec<String> {
    if to == Format::Tl {
        return Vec::new();
    }
    let file = parse(FileId(0), text).file;
    let is_statement = |item: &&Item<'_>| matches!(item, Item::Partial(_) | Item::Finality(_));
    let all = || schema.combinators.iter();
    let mut counts = vec![
        // The layer is stated in a comment.
        (file.comments.len().saturating_sub(schema.layer.iter().count()), "comment"),
        (all().map(|it| it.annotations.len()).sum(), "annotation"),
        (file.items.iter().filter(is_statement).count(), "statement"),
    ];
    match to {
        Format::Json => {
            counts.push((all().filter(|it| it.builtin).count(), "predefined type"));
            counts.push((lost_variables(schema), "variable in braces"));
        }
        // Those of a compiled form are ours.
        _ if from == Format::Tlo => {}
        _ => counts.push((marks(&file), "layer mark")),
    }
    let layer = schema.layer.map(|layer| format!("the layer {layer}"));
    let counts = counts.into_iter().filter(|(count, _)| *count > 0);
    layer.into_iter().chain(counts.map(|(count, noun)| many(count, noun))).collect()
}

fn marks(file: &File<'_>) -> usize {
    file.items.iter().filter(|item| matches!(item, Item::LayerMark(_))).count()
}

fn many(count: usize, noun: &str) -> String {
    match noun.split_once(' ') {
        Some((noun, rest)) if rest.starts_with("in ") => format!("{} {rest}", counted(count, noun)),
        _ => counted(count, noun),
    }
}

/// The variables in braces that a reader of JSON cannot infer from `!X`. It knows `vector`.
fn lost_variables(schema: &Schema) -> usize {
    schema.combinators.iter().filter(|it| it.name != "vector").map(lost_of).sum()
}

/// Those of one declaration.
fn lost_of(combinator: &Combinator) -> usize {
    let in_braces = combinator.vars.iter().filter(|var| var.origin == Origin::Param).count();
    let inferred = combinator.fields.iter().any(|field| field.bang);
    in_braces.saturating_sub(usize::from(inferred))
}
