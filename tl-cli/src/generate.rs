//! `tl generate`: Rust for schemas.

use std::{
    fmt::Write as _,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Cost, Drift, Error, Output, Serde, Text};
use typelang_parser::{Dialect, Options, Sources, check};

use crate::{
    Failure, Outcome, Terminal,
    args::dialect,
    check::{counted, summary},
    command::command,
    embedded,
    input::read,
    manifest::{self, MANIFEST, Manifest, is_package_name, write_once},
    requests::Requests,
    selection::Selection,
};

/// The arguments of `tl generate`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Generate {
    /// Schema files, or `-`; several are one schema. Without any: Telegram's API, which is built in, and
    /// MTProto as the module `mtproto`
    #[arg(value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    /// The folder to write to
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Write nothing, and fail when a file is not what would be written
    #[arg(long)]
    pub check: bool,
    /// Also generate another schema, as a module of its own; may be repeated
    #[arg(long = "module", value_name = "NAME=FILE", value_parser = module, requires = "schemas")]
    pub modules: Vec<Module>,
    /// With the built-in schema: what secret chats encrypt, too, as the module `secret`
    #[arg(long, conflicts_with = "schemas")]
    pub secret: bool,
    /// Make DIR a crate of this name: the code goes to DIR/src, and DIR/Cargo.toml is written if there is none
    #[arg(long = "crate", value_name = "NAME", value_parser = package_name)]
    pub package: Option<String>,
    /// With --crate: take typelang-runtime from this folder instead of the registry
    #[arg(long, value_name = "DIR", requires = "package")]
    pub runtime: Option<PathBuf>,
    /// What the root file is called [default: lib.rs with --crate, else mod.rs]
    #[arg(long, value_name = "NAME")]
    pub root_file: Option<String>,
    /// Leave the layout to nobody: faster, and hard to read
    #[arg(long)]
    pub no_format: bool,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub selection: Selection,
    /// Hold strings and bytes where they lie in the input, as `&str` and `&[u8]`
    #[arg(long)]
    pub borrowed: bool,
    /// Hold strings in this type, such as `::compact_str::CompactString`
    #[arg(long, value_name = "PATH")]
    pub string_type: Option<String>,
    /// Hold bytes in this type, such as `::bytes::Bytes`
    #[arg(long, value_name = "PATH")]
    pub bytes_type: Option<String>,
    /// Do without the compiled schema in the code: `Debug` is derived, and errors have no path
    #[arg(long, conflicts_with = "opaque")]
    pub no_reflect: bool,
    /// Implement serde's traits; with FEATURE only when the crate that the code is in has that feature
    #[arg(long, value_name = "FEATURE", num_args = 0..=1, require_equals = true, value_parser = feature_name)]
    #[arg(conflicts_with = "no_reflect")]
    pub serde: Option<Option<String>>,
    /// Let methods be decoded, as servers do, only when the crate that the code is in has this feature
    #[arg(long, value_name = "FEATURE", value_parser = feature_name)]
    pub server_feature: Option<String>,
    /// Compile the module NAME only when the crate that the code is in has this feature; may be repeated
    #[arg(long = "module-feature", value_name = "NAME=FEATURE", value_parser = module_feature)]
    pub module_features: Vec<(String, String)>,
    /// Box what would make an enum larger than this [default: 32]
    #[arg(long, value_name = "BYTES")]
    pub enum_limit: Option<u32>,
    /// Divide what would be a file larger than this, by estimate [default: 250000]
    #[arg(long, value_name = "BYTES")]
    pub file_limit: Option<u32>,
    /// Take docs from a file by TL names, in the format of docs/docs-file.md; may be repeated
    #[arg(long, value_name = "FILE")]
    pub docs: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "clap would take them for help of the whole command")]
    pub requests: Requests,
    /// Read all schemas as this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

/// A schema that is generated into a module of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module's name.
    pub name: String,
    /// The schema's file.
    pub file: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  tl generate --out telegram --crate telegram
      Telegram's API and MTProto as a crate
  tl generate --secret --module-feature secret=secret --out telegram --crate telegram
      the same with secret chats, which the feature `secret` compiles
  tl generate schema/my.tl --out src/my
      a module of your crate: `mod my;`
  tl generate --only messages.sendMessage --only 'auth.*' --opaque Update --out src/telegram
      what these need of Telegram's API, updates being bytes; `tl cost` tells what to choose
  tl generate schema/my.tl --out src/my --check
      in CI: fails when somebody changed only one of the two

Files that are current are not touched; generated files of an earlier run that nothing generates \
any more are removed.";

/// The schemas, read.
struct Input {
    root: Sources,
    modules: Vec<(String, Sources)>,
}

/// Writes the files, or compares them, and says what it did.
///
/// # Errors
/// When a file cannot be read or written, or the arguments do not fit the schemas.
pub fn generate(args: &Generate, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    refuse_programs(args)?;
    let input = input(args)?;
    let runtime = args.runtime.as_deref().map(runtime_folder).transpose()?;
    let Some(facts) = facts(args, &input, terminal)? else { return Ok(Outcome::Faults) };
    let config = config(args, &input);
    let mut notes = Vec::new();
    let done = config.generate_with_notes(&input.root).and_then(|(output, said)| {
        notes = said;
        if args.check {
            compare(args, &config, &output)
        } else {
            write(args, &output, facts.layer, runtime.as_deref())
        }
    });
    match done {
        Ok(line) => {
            for line in unmatched_docs(args, &config, &input.root)?.iter().chain(&notes) {
                terminal.warning(line)?;
            }
            let (Facts { root, modules, .. }, kept) = (facts, kept(args, &config, &input)?);
            write!(terminal.text(), "{}: {line}\n{root}{kept}{modules}", args.out.display())?;
            let lacking = lacking(args)?;
            if lacking.is_empty() {
                return Ok(Outcome::Done);
            }
            let what = format!("{MANIFEST} is yours, and lacks {}: add it", lacking.join(", "));
            if args.check {
                terminal.error(&what)?;
                return Ok(Outcome::Faults);
            }
            terminal.warning(&what)?;
            Ok(Outcome::Done)
        }
        Err(Error::Schema { report }) => {
            terminal.refusal(&report)?;
            Ok(Outcome::Faults)
        }
        Err(error @ Error::Drift { .. }) => {
            terminal.error(&error)?;
            Ok(Outcome::Faults)
        }
        Err(error) => Err(error.into()),
    }
}

/// Refuses a module whose folder cargo would take for a folder of programs.
fn refuse_programs(args: &Generate) -> Result<(), Failure> {
    if args.package.is_some() && args.modules.iter().any(|module| module.name == "bin") {
        let message = "--module bin: cargo takes what is in src/bin for programs; write another name, such as `mtproto`";
        return Err(Failure::Usage(message.to_owned()));
    }
    Ok(())
}

fn input(args: &Generate) -> Result<Input, Failure> {
    if args.schemas.is_empty() {
        let mut modules = vec![(embedded::MTPROTO_MODULE.to_owned(), embedded::mtproto())];
        if args.secret {
            modules.push((embedded::SECRET_MODULE.to_owned(), embedded::secret()));
        }
        return Ok(Input { root: embedded::api(), modules });
    }
    let root = read(&args.schemas)?;
    let mut modules: Vec<(String, Vec<PathBuf>)> = Vec::new();
    for Module { name, file } in &args.modules {
        match modules.iter_mut().find(|(known, _)| known == name) {
            // Files of one module are one schema, like those of the root.
            Some((_, files)) => files.push(file.clone()),
            None => modules.push((name.clone(), vec![file.clone()])),
        }
    }
    let read_module = |(name, files): (String, Vec<PathBuf>)| Ok((name, read(&files)?));
    let modules = modules.into_iter().map(read_module).collect::<Result<_, Failure>>()?;
    Ok(Input { root, modules })
}

/// What there is to say of sound schemas.
struct Facts {
    /// A line about the root's schema.
    root: String,
    /// A line for each module.
    modules: String,
    layer: Option<u32>,
}

/// Checks all schemas and reports what is wrong with them; `None` when they have errors.
fn facts(
    args: &Generate,
    input: &Input,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Facts>, Failure> {
    let options = Options { dialect: args.dialect, ..Options::default() };
    let whole = check(&input.root, &options);
    terminal.report(&whole.diagnostics, &input.root)?;
    let mut sound = !whole.has_errors();
    let mut modules = String::new();
    for (name, sources) in &input.modules {
        let module = check(sources, &options);
        terminal.report(&module.diagnostics, sources)?;
        sound &= !module.has_errors();
        _ = writeln!(modules, "  module {name}: {}", summary(&module.schema));
    }
    let root = format!("  {}\n", summary(&whole.schema));
    Ok(sound.then_some(Facts { root, modules, layer: whole.schema.layer }))
}

/// How much of the root's schema is generated, if not all of it.
fn kept(args: &Generate, config: &Config, input: &Input) -> Result<String, Error> {
    let Selection { only, opaque } = &args.selection;
    if only.is_empty() && opaque.is_empty() {
        return Ok(String::new());
    }
    let Cost { schema, kept, .. } = config.cost(&input.root)?;
    if kept == schema {
        // What is chosen is of modules.
        return Ok(String::new());
    }
    let constructors = counted(kept.constructors, "constructor");
    Ok(format!("  of it generated: {constructors}, {}\n", counted(kept.methods, "method")))
}

fn config(args: &Generate, input: &Input) -> Config {
    let mut config = Config::new();
    let root_file = if args.package.is_some() { "lib.rs" } else { "mod.rs" };
    config.root_file(args.root_file.as_deref().unwrap_or(root_file));
    config.format(!args.no_format);
    config.mending_command(command(args));
    args.selection.apply(&mut config);
    if let Some(dialect) = args.dialect {
        config.dialect(dialect);
    }
    if args.borrowed {
        config.text(Text::Borrowed);
    }
    if let Some(path) = &args.string_type {
        config.string_type(path);
    }
    if let Some(bytes) = args.file_limit {
        config.file_limit(bytes);
    }
    args.requests.apply(&mut config);
    for path in &args.docs {
        config.docs(path);
    }
    config.reflect(!args.no_reflect);
    config.serde(serde(args));
    if let Some(feature) = &args.server_feature {
        config.server_feature(feature);
    }
    if let Some(bytes) = args.enum_limit {
        config.enum_limit(bytes);
    }
    if let Some(path) = &args.bytes_type {
        config.bytes_type(path);
    }
    for (name, sources) in &input.modules {
        config.module_sources(name, sources.clone());
    }
    for (name, feature) in &args.module_features {
        config.module_feature(name, feature);
    }
    config
}

/// When serde's traits are implemented.
fn serde(args: &Generate) -> Serde {
    match &args.serde {
        None => Serde::Never,
        Some(None) => Serde::Always,
        Some(Some(feature)) => Serde::Feature(feature.clone()),
    }
}

/// Where the code goes: a crate's is in its `src`.
fn code_dir(args: &Generate) -> PathBuf {
    if args.package.is_some() { args.out.join("src") } else { args.out.clone() }
}

/// The names that docs files have and the schema has not.
fn unmatched_docs(args: &Generate, config: &Config, root: &Sources) -> Result<Vec<String>, Error> {
    if args.docs.is_empty() { Ok(Vec::new()) } else { config.unmatched_docs(root) }
}

/// The runtime's folder, as seen from anywhere: the manifest that names it lies in another folder.
fn runtime_folder(path: &Path) -> Result<PathBuf, Failure> {
    let folder = fs::canonicalize(path).map_err(Failure::io("found", path))?;
    if folder.join(MANIFEST).is_file() {
        return Ok(folder);
    }
    let name = path.display();
    Err(Failure::Usage(format!(
        "--runtime {name}: there is no {MANIFEST} in it; name the folder of typelang-runtime"
    )))
}

/// The way from one folder to another, so that both may be moved together; the whole path where there is none.
fn as_seen_from(from: &Path, to: &Path) -> PathBuf {
    let way = fs::canonicalize(from).ok().and_then(|from| pathdiff::diff_paths(to, from));
    way.unwrap_or_else(|| to.to_owned())
}

fn write(
    args: &Generate,
    output: &Output,
    layer: Option<u32>,
    runtime: Option<&Path>,
) -> Result<String, Error> {
    let dir = code_dir(args);
    let mut written = output.write(&dir).map_err(|source| Error::Io { path: dir, source })?;
    let runtime = runtime.map(|folder| as_seen_from(&args.out, folder));
    if let Some(manifest) = manifest(args, layer, runtime.as_deref()) {
        let path = args.out.join(MANIFEST);
        let new = write_once(&path, &manifest)
            .map_err(|source| Error::Io { path: path.clone(), source })?;
        if new { written.changed.push(path) } else { written.kept.push(path) }
    }
    let changed = counted(written.changed.len(), "file");
    let (kept, removed) = (written.kept.len(), written.removed.len());
    Ok(format!("{changed} written, {kept} kept, {removed} removed"))
}

/// The manifest of the crate, if there is to be one.
fn manifest<'a>(
    args: &'a Generate,
    layer: Option<u32>,
    runtime: Option<&'a Path>,
) -> Option<Manifest<'a>> {
    let text_types = [&args.string_type, &args.bytes_type].into_iter().flatten();
    Some(Manifest {
        name: args.package.as_deref()?,
        layer,
        runtime,
        text_types: text_types.map(String::as_str).collect(),
        reflect: !args.no_reflect,
        serde: serde(args),
        server_feature: args.server_feature.as_deref(),
        module_features: args.module_features.iter().map(|(_, feature)| &**feature).collect(),
    })
}

/// What the code needs and the crate's manifest, which may be somebody's own, has not.
fn lacking(args: &Generate) -> Result<Vec<String>, Failure> {
    let path = args.out.join(MANIFEST);
    let Some(manifest) = manifest(args, None, None).filter(|_| path.exists()) else {
        return Ok(Vec::new());
    };
    let text = fs::read_to_string(&path).map_err(Failure::io("read", &path))?;
    Ok(manifest::lacking(&text, &manifest))
}

fn compare(args: &Generate, config: &Config, output: &Output) -> Result<String, Error> {
    let manifest = args.out.join(MANIFEST);
    let current = config.check_output(output, &code_dir(args));
    let missing = args.package.is_some() && !manifest.exists();
    match current {
        Ok(()) if !missing => {
            Ok(format!("{} current", counted(output.files.len() + output.data.len(), "file")))
        }
        Ok(()) => Err(Error::Drift {
            drift: vec![Drift::Missing(manifest)],
            command: Some(command(args)),
        }),
        Err(Error::Drift { mut drift, command }) if missing => {
            drift.insert(0, Drift::Missing(manifest));
            Err(Error::Drift { drift, command })
        }
        Err(error) => Err(error),
    }
}

/// Parses `NAME=FILE`.
fn module(text: &str) -> Result<Module, String> {
    let (name, file) = text.split_once('=').ok_or("write NAME=FILE, such as mtproto=mtproto.tl")?;
    Ok(Module { name: name.to_owned(), file: file.into() })
}

/// Parses `NAME=FEATURE`.
fn module_feature(text: &str) -> Result<(String, String), String> {
    let (name, feature) =
        text.split_once('=').ok_or("write NAME=FEATURE, such as mtproto=mtproto")?;
    Ok((name.to_owned(), feature_name(feature)?))
}

/// Parses the name after `--serde=`.
fn feature_name(name: &str) -> Result<String, String> {
    let wish = "write a feature's name: a letter, then letters, digits, `-` and `_`";
    if is_package_name(name) { Ok(name.to_owned()) } else { Err(wish.to_owned()) }
}

/// Parses the name after `--crate`.
fn package_name(name: &str) -> Result<String, String> {
    let wish = "write a letter, then letters, digits, `-` and `_`";
    if is_package_name(name) { Ok(name.to_owned()) } else { Err(wish.to_owned()) }
}
