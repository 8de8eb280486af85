//! `tl init`: the settings of `tl generate` for a schema.

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::PathBuf,
};

use typelang_parser::{Options, check};

use crate::{
    commands::generate::settings_file::FILE,
    shared::{
        counts::summary,
        input::{is_stdin, read},
        layer::Layer,
        outcome::{Failure, Outcome},
        terminal::Terminal,
    },
};

/// The arguments of `tl init`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Init {
    /// Schema files; several are read as one schema
    #[arg(required_unless_present = "layer", value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
}

const EXAMPLES: &str = "\
Examples:
  tl init schema/my.tl
      write tl.toml; then `tl generate` needs no flags

`tl init --layer 229` is for a layer of Telegram's API, and `tl update` then moves to the newest one.

Each key of tl.toml is a flag of `tl generate` without its dashes, and `schemas` are its arguments; \
`manifest` is the Cargo.toml whose version `tl update` raises. Paths are relative to the folder of tl.toml, in which `tl generate` runs.";

/// The module that the code becomes.
const MODULE: &str = "schema";

/// Writes the settings, and says what to do next.
///
/// # Errors
/// When a schema cannot be read, or the settings cannot be written or are there already.
pub fn init(args: &Init, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    if args.schemas.iter().any(|path| is_stdin(path)) {
        let message = "`-` is the standard input, which `tl generate` cannot read later; name the schema's file";
        return Err(Failure::Usage(message.to_owned()));
    }
    let sources = read(&args.layer.or(&args.schemas), None)?;
    let checked = check(&sources, &Options::default());
    terminal.report(&checked.diagnostics, &sources)?;
    if checked.has_errors() {
        return Ok(Outcome::Faults);
    }
    write(&settings(args))?;
    let summary = summary(&checked.schema);
    writeln!(
        terminal.text(),
        "{FILE}: settings for {summary}\n  next: `tl generate` writes src/{MODULE}; add `mod {MODULE};` to your crate, which \
         needs typelang-runtime with the feature `reflect`\n  in CI: `tl generate --check`"
    )?;
    Ok(Outcome::Done)
}

/// The file's text.
fn settings(args: &Init) -> String {
    let quoted = |path: &PathBuf| toml::Value::from(&*path.to_string_lossy()).to_string();
    let schemas: Vec<String> = args.schemas.iter().map(quoted).collect();
    let schemas = match args.layer.layer {
        Some(layer) => format!("layer = {layer}"),
        None => format!("schemas = [{}]", schemas.join(", ")),
    };
    format!(
        "\
# Settings of `tl generate`: each key is a flag without its dashes.
{schemas}
out = \"src/{MODULE}\"

# Generate a part of the schema, with all that it needs:
# only = [\"messages.sendMessage\", \"auth.*\"]
# Derive more traits for all items:
# derive = {{ \".\" = \"Hash\" }}
"
    )
}

/// Writes the file, unless there is one.
fn write(text: &str) -> Result<(), Failure> {
    match OpenOptions::new().write(true).create_new(true).open(FILE) {
        Ok(mut file) => file.write_all(text.as_bytes()).map_err(Failure::io("written", FILE)),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            Err(Failure::Usage(format!("{FILE} exists already; edit it, or remove it first")))
        }
        Err(error) => Err(Failure::io("written", FILE)(error)),
    }
}
