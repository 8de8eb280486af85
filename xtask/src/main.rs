//! Maintenance of this repository: `cargo xtask --help`.

mod archives;
mod compile_cost;
mod compilers;
mod crates;
mod docs_rs;
mod facts;
mod fetch;
mod generate;
mod known_errors;
mod layers;
mod npm;
mod null;
mod origin;
mod package;
mod pip;
mod restate;
mod rooms;
mod schema;
mod sizes;
mod sources;
mod torture;
mod unpacked;
mod version;

use std::{
    error::Error,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;

/// Maintain this repository.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Restate schema/ from the published packages in SOURCES.md, then write generated/ again
    Schema(schema::Args),
    /// Restate the facts in schema/ (errors, callers, first layers) from the published packages in SOURCES.md
    Facts,
    /// Build the archive of layers in layers/ from the published packages in SOURCES.md
    Layers,
    /// Write generated/ from schema/
    Generate(generate::Args),
    CompileCost(compile_cost::Args),
    /// Build the docs of the published crates as docs.rs does, and check that they show all features
    DocsRs,
    /// Package the published crates, build each from its archive, and check what the archives contain
    Package(archives::Args),
    /// Check that folders use each other one way, and that files and functions are small
    Rooms,
    /// Generate and compile random schemas, and test them with random values
    Torture(torture::Args),
}

fn main() -> ExitCode {
    if let Some(code) = compile_cost::wrap().or_else(docs_rs::wrap) {
        return code;
    }
    let done = match Command::parse() {
        Command::Schema(args) => schema::schema(&args),
        Command::Facts => facts::facts(),
        Command::Layers => layers::layers(),
        Command::Generate(args) => generate::generate(&args),
        Command::CompileCost(args) => compile_cost::compile_cost(&args),
        Command::DocsRs => docs_rs::docs_rs(),
        Command::Package(args) => archives::package(&args),
        Command::Rooms => rooms(),
        Command::Torture(args) => torture::torture(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn rooms() -> Result<(), Box<dyn Error>> {
    let mut faults = rooms::check(root())?;
    faults.extend(sizes::check(root())?);
    if faults.is_empty() {
        say("rooms: folders use each other one way, and files and functions are small");
        return Ok(());
    }
    Err(faults.join("\n").into())
}

/// Returns the root of the repository.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Adds the path to an error of the system.
fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Box<dyn Error> {
    let path = path.into();
    move |error| format!("{}: {error}", path.display()).into()
}

fn say(line: &str) {
    // If this fails, nobody reads the output any more.
    _ = writeln!(io::stdout(), "{line}");
}
