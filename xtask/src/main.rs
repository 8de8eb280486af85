//! Upkeep of this repository: `cargo xtask --help`.

mod archives;
mod compile_cost;
mod facts;
mod fetch;
mod generate;
mod known_errors;
mod npm;
mod package;
mod pip;
mod restate;
mod rooms;
mod schema;
#[path = "../../settings.rs"]
mod settings;
mod sizes;
mod sources;
mod torture;

use std::{
    error::Error,
    io::{self, Write},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::Parser;

/// Upkeep of this repository.
#[derive(Debug, Parser)]
#[command(bin_name = "cargo xtask")]
enum Command {
    /// Restates schema/ from the published packages that SOURCES.md names, then writes generated/ again
    Schema(schema::Args),
    /// Restates the facts of schema/ (errors, callers, first layers) from the published packages that SOURCES.md names
    Facts,
    /// Writes generated/ from schema/
    Generate(generate::Args),
    CompileCost(compile_cost::Args),
    /// Packages the published crates, builds each from its archive, and checks what the archives hold
    Package(archives::Args),
    /// Checks that folders use each other one way, and that files and functions are small
    Rooms,
    /// Tries random schemas: generates, compiles and drives them by random values
    Torture(torture::Args),
}

fn main() -> ExitCode {
    if let Some(code) = compile_cost::wrap() {
        return code;
    }
    let done = match Command::parse() {
        Command::Schema(args) => schema::schema(&args),
        Command::Facts => facts::facts(),
        Command::Generate(args) => generate::generate(&args),
        Command::CompileCost(args) => compile_cost::compile_cost(&args),
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

/// The repository's root.
fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// Adds the path to what the system says of it.
fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Box<dyn Error> {
    let path = path.into();
    move |error| format!("{}: {error}", path.display()).into()
}

fn say(line: &str) {
    // Nobody listens any more when this fails.
    _ = writeln!(io::stdout(), "{line}");
}
