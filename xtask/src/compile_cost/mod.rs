//! Measures the compile time of the generated layer and a small client of it, compared with a peer.
//!
//! Cargo runs the compiler through this program (`RUSTC_WRAPPER`), which times the compared crates and passes
//! the others on. Only the compiler's own work counts, without build scripts and other dependencies.

mod arena;
mod clients;
mod cold;
mod cost;
mod table;

use std::{
    env,
    error::Error,
    fs,
    num::NonZero,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use self::{
    clients::{Features, Pair, Side, write_clients},
    cost::{Costs, LOG},
};
use crate::{at, root};

pub(crate) use self::cost::wrap;

/// A way to build.
#[derive(Clone, Copy, Debug)]
struct Mode {
    name: &'static str,
    /// Cargo's arguments.
    args: &'static [&'static str],
    /// The folder of libraries, if there are any.
    folder: Option<&'static str>,
}

const MODES: [Mode; 3] = [
    Mode { name: "check", args: &["check"], folder: None },
    Mode { name: "dev build", args: &["build"], folder: Some("debug") },
    Mode { name: "release build", args: &["build", "--release"], folder: Some("release") },
];

/// Compile a ready-made crate and its peer in turns, each with a small client, then check new programs from nothing, and
/// write the tables of medians to docs/performance.md
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How often to compile each crate in each way
    #[arg(long, default_value = "3")]
    runs: NonZero<usize>,
    /// Also check both with JSON and decoding of methods, which typelang-td and tdlib-rs always have
    #[arg(long)]
    json: bool,
    /// Only check new programs from nothing
    #[arg(long)]
    cold: bool,
    /// The crates to compare
    #[arg(long, default_value = "telegram")]
    pair: Pair,
}

/// Measures, and writes the tables.
pub(crate) fn compile_cost(args: &Args) -> Result<(), Box<dyn Error>> {
    let document = root().join("docs/performance.md");
    if !args.cold {
        warm(args, &document)?;
    }
    table::replace(&document, "cold", &cold::table(args.runs)?)
}

fn warm(args: &Args, document: &Path) -> Result<(), Box<dyn Error>> {
    let mut rows = Vec::new();
    // tdlib-rs links TDLib, which a check does not need.
    let modes = if args.pair == Pair::Td { &MODES[..1] } else { &MODES[..] };
    for mode in modes {
        rows.push((mode.name, measured(args, *mode, Features::Default)?));
    }
    if args.pair == Pair::Telegram {
        let name = "check, only `reflect`";
        rows.push((name, measured(args, MODES[0], Features::ReflectOnly)?));
    }
    if args.json && args.pair == Pair::Telegram {
        let name = "check, with JSON and methods decoded";
        rows.push((name, measured(args, MODES[0], Features::Json)?));
    }
    table::write(document, args.pair, &rows)
}

/// Returns the medians of both sides.
fn measured(args: &Args, mode: Mode, features: Features) -> Result<[Costs; 2], Box<dyn Error>> {
    let folder = match (args.pair, features) {
        (Pair::Td, _) => "td",
        (Pair::Ton, _) => "ton",
        (Pair::Arena, _) => "arena",
        (Pair::Telegram, Features::Json) => "json",
        (Pair::Telegram, Features::ReflectOnly) => "reflect",
        (Pair::Telegram, Features::Default) => "plain",
    };
    let dir = root().join("target/compile-cost").join(folder);
    let sides = args.pair.sides();
    write_clients(&dir, args.pair, features)?;
    let mut costs = [Vec::new(), Vec::new()];
    for side in sides {
        // Builds the dependencies, which are not measured.
        run_cargo(&dir, mode, &["-p", side.client])?;
    }
    for _ in 0..args.runs.get() {
        for (side, costs) in sides.iter().zip(&mut costs) {
            costs.push(measure(&dir, mode, side)?);
        }
    }
    Ok(costs.map(|costs| Costs::medians(&costs)))
}

/// Compiles one side from scratch.
fn measure(dir: &Path, mode: Mode, side: &Side) -> Result<Costs, Box<dyn Error>> {
    let mut clean = vec!["clean"];
    for package in side.packages.iter().chain([&side.client]) {
        clean.extend(["-p", package]);
    }
    clean.extend(mode.args.contains(&"--release").then_some("--release"));
    run(cargo(dir)?.args(&clean))?;
    let log = log_path(dir);
    fs::write(&log, "").map_err(at(&log))?;
    run_cargo(dir, mode, &["-p", side.client])?;
    let text = fs::read_to_string(&log).map_err(at(&log))?;
    let library = mode.folder.map(|folder| library_size(&dir.join("target").join(folder), side));
    Costs::read(&text, side, library.transpose()?.unwrap_or(0))
}

/// Returns the size of the crate's library in bytes.
fn library_size(target: &Path, side: &Side) -> Result<u64, Box<dyn Error>> {
    let deps = target.join("deps");
    let start = format!("lib{}-", side.crate_name());
    let mut len = 0;
    for entry in fs::read_dir(&deps).map_err(at(&deps))? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with(&start) && name.ends_with(".rlib") {
            len = entry.metadata()?.len();
        }
    }
    Ok(len)
}

fn log_path(dir: &Path) -> PathBuf {
    dir.join("log")
}

fn cargo(dir: &Path) -> Result<Command, Box<dyn Error>> {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .current_dir(dir)
        .env("RUSTC_WRAPPER", env::current_exe()?)
        .env("CARGO_INCREMENTAL", "0")
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .env(LOG, log_path(dir))
        .stderr(Stdio::null());
    Ok(cargo)
}

fn run_cargo(dir: &Path, mode: Mode, args: &[&str]) -> Result<(), Box<dyn Error>> {
    run(cargo(dir)?.args(mode.args).args(args))
}

fn run(command: &mut Command) -> Result<(), Box<dyn Error>> {
    if command.status()?.success() { Ok(()) } else { Err(format!("failed: {command:?}").into()) }
}
