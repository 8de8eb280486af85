//! The schemas that a reference is made of, with what is known of them.

use std::path::{Path, PathBuf};

use typelang_codegen::{Config, Examples};
use typelang_parser::{
    Dialect, Options, Schema, Sources, check,
    docs_file::{self, Applied, DocsFile},
};
use typelang_reference::{
    facts::{Facts, telegram},
    model::{Reference, Source},
};
use typelang_schema::facts;

use super::{
    dialect::dialect,
    embedded,
    input::{read, read_bytes},
    layer::layer_of,
    outcome::Failure,
    terminal::Terminal,
    text::decoded,
};

/// The arguments that say what a reference is of.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Subject {
    /// A docs file: texts, callers and errors; the last one's word counts. `api-schema.json` of the package
    /// @mtcute/core is one
    #[arg(long, value_name = "FILE")]
    pub docs: Vec<PathBuf>,
    /// Read schemas as this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// A schema with its facts, and what its pages are called.
pub(crate) struct Part {
    title: String,
    folder: &'static str,
    pub(crate) schema: Schema,
    facts: Facts,
    encode_options: Vec<String>,
    /// Spells Rust; `None` where no code can be generated for the schema.
    examples: Option<Examples>,
}

/// The parts of a reference.
pub(crate) struct Parts {
    title: String,
    pub(crate) all: Vec<Part>,
}

/// Reads schemas and docs files; `None` when their faults have been reported.
pub(crate) fn load(
    paths: &[PathBuf],
    subject: &Subject,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Parts>, Failure> {
    let Some(docs) = docs_files(subject, terminal)? else { return Ok(None) };
    let parts = if paths.is_empty() { Some(built_in()) } else { named(paths, subject, terminal)? };
    let Some(mut parts) = parts else { return Ok(None) };
    for (at, part) in parts.all.iter_mut().enumerate() {
        let applied = docs_file::apply(&mut part.schema, &docs);
        part.facts.add_docs(&applied);
        // Docs files are of the first schema.
        if at == 0 {
            warn(&applied, terminal)?;
        }
    }
    Ok(Some(parts))
}

fn warn(applied: &Applied, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for line in &applied.unmatched {
        terminal.warning(line)?;
    }
    Ok(())
}

fn docs_files(
    subject: &Subject,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Vec<DocsFile>>, Failure> {
    let (mut files, mut is_sound, mut failed) = (Vec::new(), true, None);
    for path in &subject.docs {
        match docs_file(path) {
            Ok(Ok(file)) => files.push(file),
            Ok(Err(faults)) => {
                is_sound = false;
                report(&faults, terminal)?;
            }
            // The command ends with the last failure, after the faults of all files.
            Err(failure) => {
                if let Some(former) = failed.replace(failure) {
                    terminal.error(&former)?;
                }
            }
        }
    }
    match failed {
        Some(failure) => Err(failure),
        None => Ok(is_sound.then_some(files)),
    }
}

/// Reads a docs file, or the faults in it.
fn docs_file(path: &Path) -> Result<Result<DocsFile, Vec<String>>, Failure> {
    let (name, bytes) = read_bytes(path)?;
    Ok(docs_file::parse(&name, &decoded(&name, bytes)?))
}

/// The most faults of a docs file that are shown.
const SHOWN: usize = 20;

fn report(faults: &[String], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for fault in faults.iter().take(SHOWN) {
        terminal.error(fault)?;
    }
    if let Some(more) = faults.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        terminal.error(&format!("and {more} more"))?;
    }
    Ok(())
}

/// Telegram's schemas, with the facts that the command includes.
fn built_in() -> Parts {
    let part = |title: &str, folder, sources: Sources, root: &str| Part {
        examples: Examples::new(&Config::new(), &sources, root).ok(),
        title: title.to_owned(),
        folder,
        // What is built in has no faults, as a test makes sure.
        schema: check(&sources, &Options::default()).schema,
        facts: Facts::default(),
        encode_options: Vec::new(),
    };
    let mut api = part("Telegram API", "", embedded::api(), "typelang_telegram");
    let mut mtproto =
        part("MTProto", "mtproto/", embedded::mtproto(), "typelang_telegram::mtproto");
    let secret = part("Secret chats", "secret/", embedded::secret(), "typelang_telegram::secret");
    api.add_api_facts();
    mtproto.add_carried_docs(&[("mtproto-docs.txt", facts::MTPROTO_DOCS)]);
    Parts { title: "Telegram API".to_owned(), all: vec![api, mtproto, secret] }
}

impl Part {
    /// Adds what is known of Telegram's API.
    fn add_api_facts(&mut self) {
        self.facts = telegram();
        let docs = [("api-docs.txt", facts::API_DOCS), ("error-docs.txt", facts::ERROR_DOCS)];
        self.add_carried_docs(&docs);
    }

    /// Adds docs files that the command includes. Names that the schema lacks belong to another layer.
    fn add_carried_docs(&mut self, files: &[(&str, &str)]) {
        let parsed = files.iter().filter_map(|(name, text)| docs_file::parse(name, text).ok());
        let applied = docs_file::apply(&mut self.schema, &parsed.collect::<Vec<_>>());
        self.facts.add_docs(&applied);
    }

    /// Whether the schema is a layer of Telegram's API.
    fn is_api(&self) -> bool {
        self.schema.combinators.iter().any(|it| it.name == "initConnection")
    }
}

/// What a reference is called: by its first file, or by its layer.
fn title(paths: &[PathBuf]) -> String {
    let Some(first) = paths.first() else { return String::new() };
    match layer_of(first) {
        Some(layer) => format!("Telegram API, layer {layer}"),
        None => {
            first.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
        }
    }
}

/// The schema that files make together.
fn named(
    paths: &[PathBuf],
    subject: &Subject,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Parts>, Failure> {
    let sources = read(paths, subject.dialect)?;
    let checked = check(&sources, &Options { dialect: subject.dialect, ..Options::default() });
    if checked.has_errors() {
        terminal.report(&checked.diagnostics, &sources)?;
        return Ok(None);
    }
    let title = title(paths);
    let options = paths.iter().flat_map(|path| ["--schema".to_owned(), path.display().to_string()]);
    let encode_options = options.collect();
    let schema = checked.schema;
    let mut config = Config::new();
    config.dialect(schema.dialect);
    let examples = Examples::new(&config, &sources, "crate::api").ok();
    let mut part = Part {
        title: title.clone(),
        folder: "",
        schema,
        facts: Facts::default(),
        encode_options,
        examples,
    };
    if part.is_api() {
        part.add_api_facts();
    }
    Ok(Some(Parts { title, all: vec![part] }))
}

impl Parts {
    /// Computes the reference.
    pub(crate) fn reference(&self) -> Reference {
        let sources: Vec<Source<'_>> = self.all.iter().map(source).collect();
        Reference::new(&self.title, &sources)
    }
}

fn source(part: &Part) -> Source<'_> {
    Source {
        title: &part.title,
        folder: part.folder,
        schema: &part.schema,
        facts: &part.facts,
        is_api: part.is_api(),
        encode_options: &part.encode_options,
        rust: part.examples.as_ref(),
    }
}
