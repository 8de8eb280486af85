//! The arguments of `tl update`, and what it does.

use std::{
    env,
    ffi::OsString,
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use typelang_codegen::replace_file;
use typelang_layers::LAYERS;

use super::{
    package,
    settings::{Settings, Source, settings},
    version,
};
use crate::{
    commands::{
        diff::{
            changelog,
            command::between,
            input::{Input, input},
            only::retain,
            text,
        },
        generate::settings_file::FILE,
    },
    compare::change::Change,
    shared::{
        counts::counted,
        layer,
        outcome::{Failure, Outcome, Status},
        terminal::Terminal,
    },
};

/// The arguments of `tl update`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Update {
    /// Move to this layer [default: the newest that is built in]
    #[arg(long, value_name = "N")]
    pub layer: Option<u32>,
    /// Take the schema from a published crate: NAME or NAME@VERSION, and `:PATH` of the schema in it unless that is
    /// tl/api.tl. Cargo fetches it
    #[arg(long, value_name = "CRATE", conflicts_with = "layer")]
    pub from_crate: Option<String>,
    /// Add a section on what changes to this changelog
    #[arg(long, value_name = "FILE")]
    pub changelog: Option<PathBuf>,
    /// Print what would change, and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

const EXAMPLES: &str = "\
Examples:
  tl update
      move a project with `layer = N` in tl.toml to the newest layer that is built in
  tl update --layer 230 --changelog CHANGELOG.md
  tl update --from-crate grammers-tl-types@0.11.0
      replace the file in `schemas` by the schema of a crate

The command prints what changes in the part of the schema that is generated, as `tl diff` does, writes \
tl.toml or the schema's file, and generates again. It says what the version in Cargo.toml must become. \
With `manifest = \"Cargo.toml\"` in tl.toml it sets the version. A version 0.LAYER.PATCH follows the layer.";

/// The command line that generates again, after this program's name.
#[must_use]
pub fn generate(words: &[OsString]) -> Vec<OsString> {
    let program = words.first().cloned().unwrap_or_else(|| "tl".into());
    vec![program, "generate".into()]
}

/// Moves the project in the current folder to another layer; `generate` generates by the settings.
///
/// # Errors
/// When there are no settings, or the new schema cannot be read, fetched or written.
pub fn update(
    args: &Update,
    generate: &mut dyn FnMut(&mut Terminal<'_>) -> Status,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let settings = settings()?;
    let Some(new) = wanted(args, &settings)? else {
        writeln!(terminal.text(), "{FILE}: has this layer already")?;
        return Ok(Outcome::Done);
    };
    let old = input(&path_of(&settings.schema), None, terminal)?;
    let read = input(new.path(), None, terminal);
    new.clean();
    let (Some(old), Some(read)) = (old, read?) else { return Ok(Outcome::Faults) };
    if old.compiled.is_none() || read.compiled.is_none() {
        return Ok(Outcome::Faults);
    }
    let manifest = version::manifest(&settings)?;
    let changes = changes(&settings, (&old, &read), terminal)?;
    let level = text::level(&changes, settings.exhaustive);
    let layers = [&old, &read].map(|input| input.schema.layer);
    if let Some(manifest) = &manifest {
        writeln!(terminal.text(), "{}", manifest.advice(level, layers, !args.dry_run))?;
    }
    if args.dry_run {
        return Ok(Outcome::Done);
    }
    if let Some(path) = &args.changelog {
        changelog::add(path, (&old, &read), &changes, settings.exhaustive)?;
    }
    write(&settings, &new, &read)?;
    if let Some(manifest) = &manifest {
        manifest.write(level, layers)?;
    }
    let layer = read.schema.layer.map(|layer| format!("now layer {layer}"));
    let what = layer.unwrap_or_else(|| "written".to_owned());
    writeln!(terminal.text(), "{}: {what}", place(&settings.schema).display())?;
    Ok(match generate(terminal) {
        Status::Done => Outcome::Done,
        Status::Faults | Status::Usage => Outcome::Faults,
    })
}

/// Compares the schemas, and prints what changes in the part that is generated.
fn changes(
    settings: &Settings,
    (old, new): (&Input, &Input),
    terminal: &mut Terminal<'_>,
) -> Result<Vec<Change>, Failure> {
    let mut changes = between(old, new);
    let all = changes.len();
    retain(&mut changes, &settings.selection, (&old.schema, &new.schema))?;
    let mut out = terminal.text();
    text::write(&changes, settings.exhaustive, &mut out)?;
    if changes.len() < all {
        let others = all - changes.len();
        let verb = if others == 1 { "is" } else { "are" };
        let others = counted(others, "other change");
        writeln!(out, "{others} {verb} outside of what {FILE} selects")?;
    }
    Ok(changes)
}

fn path_of(source: &Source) -> PathBuf {
    match source {
        Source::Layer(number, _) => layer::path(*number),
        Source::File(path) => path.clone(),
    }
}

/// The new schema.
enum New {
    /// A layer that is built in.
    Layer(u32, PathBuf),
    /// A file with the schema of a crate, in a folder that is removed.
    Crate(PathBuf),
}

impl New {
    fn path(&self) -> &Path {
        match self {
            Self::Layer(_, path) | Self::Crate(path) => path,
        }
    }

    /// Removes what was fetched.
    fn clean(&self) {
        if let Self::Crate(path) = self
            && let Some(folder) = path.parent()
        {
            // It is in the system's folder for such things; leaving it does no harm.
            _ = fs::remove_dir_all(folder);
        }
    }
}

/// The file that says what the schema is.
fn place(source: &Source) -> &Path {
    match source {
        Source::Layer(..) => Path::new(FILE),
        Source::File(path) => path,
    }
}

/// The schema that the arguments ask for; `None` if the project has it.
fn wanted(args: &Update, settings: &Settings) -> Result<Option<New>, Failure> {
    if let Some(wanted) = &args.from_crate {
        if let Source::Layer(..) = settings.schema {
            let message = format!(
                "--from-crate: {FILE} has a layer and no file to replace; write `schemas = [\"api.tl\"]`"
            );
            return Err(Failure::Usage(message));
        }
        let folder = env::temp_dir().join(format!("tl-update-{}", std::process::id()));
        let text = package::schema(wanted, &folder)?;
        let path = folder.join("api.tl");
        fs::write(&path, text).map_err(Failure::io("written", &path))?;
        return Ok(Some(New::Crate(path)));
    }
    let newest = LAYERS.last().copied().unwrap_or_default();
    let wanted = args.layer.unwrap_or(newest);
    let is_there = matches!(settings.schema, Source::Layer(layer, _) if layer == wanted);
    Ok((!is_there).then(|| New::Layer(wanted, layer::path(wanted))))
}

/// Writes the number of the layer, or the schema's file.
fn write(settings: &Settings, new: &New, read: &Input) -> Result<(), Failure> {
    let (path, text) = match (&settings.schema, new) {
        (Source::Layer(_, place), New::Layer(layer, _)) => {
            (Path::new(FILE), settings.with_layer(place, *layer))
        }
        (Source::File(path), _) | (Source::Layer(..), New::Crate(path)) => {
            let text = read.sources.iter().map(|(_, source)| source.text.as_str()).collect();
            (path.as_path(), text)
        }
    };
    replace_file(path, text.as_bytes()).map_err(Failure::write(path))?;
    Ok(())
}
