//! What the compiler charges for the generated layer, beside its peer.
//!
//! Cargo runs every compiler through this program (`RUSTC_WRAPPER`), which times the two crates that are compared and
//! lets all others pass. Only the compiler's own work on the crate counts: not its dependencies, not its build script.

use std::{
    env,
    error::Error,
    ffi::OsString,
    fs::{self, OpenOptions},
    io::Write,
    num::NonZero,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
    time::{Duration, Instant},
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};

use crate::{at, fetch::write_package, root, say};

/// Where the timings go; set only for the compilers that cargo starts.
const LOG: &str = "TYPELANG_COMPILE_COST_LOG";

/// The crates, as the compiler calls them; ours first.
const CRATES: [&str; 2] = ["typelang_telegram", "grammers_tl_types"];

/// The ways to build, each with cargo's arguments.
const MODES: [(&str, &[&str]); 3] =
    [("check", &["check"]), ("dev build", &["build"]), ("release build", &["build", "--release"])];

/// Builds the generated layer and grammers-tl-types in turns, and prints a table of medians
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// How often each crate is compiled in each way
    #[arg(long, default_value = "3")]
    runs: NonZero<usize>,
}

/// One run of the compiler.
#[derive(Clone, Copy, Debug)]
struct Cost {
    wall: f64,
    cpu: f64,
    megabytes: i64,
}

/// Stands between cargo and the compiler, when cargo was told so.
pub(crate) fn wrap() -> Option<ExitCode> {
    let log = env::var_os(LOG)?;
    let mut args = env::args_os().skip(1);
    let compiler = args.next()?;
    let args: Vec<OsString> = args.collect();
    // Cargo also asks the compiler for its version; then there is no crate.
    let name = args.iter().skip_while(|arg| *arg != "--crate-name").nth(1);
    let name = name.and_then(|name| name.to_str()).unwrap_or_default();
    let start = Instant::now();
    let status = Command::new(compiler).args(&args).status();
    if CRATES.contains(&name) {
        log_cost(Path::new(&log), name, start);
    }
    let code = status.ok().and_then(|status| u8::try_from(status.code()?).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

fn log_cost(log: &Path, name: &str, start: Instant) {
    let wall = start.elapsed().as_secs_f64();
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return };
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let cpu = Duration::from_micros(micros.unsigned_abs()).as_secs_f64();
    let file = OpenOptions::new().create(true).append(true).open(log);
    if let Ok(mut file) = file {
        _ = writeln!(file, "{name} {wall} {cpu} {}", usage.max_rss() / 1024);
    }
}

/// Measures and prints.
pub(crate) fn compile_cost(args: &Args) -> Result<(), Box<dyn Error>> {
    let dir = root().join("target/compile-cost");
    write_package(&dir, &dependencies())?;
    say("| | crate | wall, s | CPU, s | peak, MB | wall : peer | CPU : peer |");
    say("|---|---|---|---|---|---|---|");
    for (mode, cargo_args) in MODES {
        let mut costs = [Vec::new(), Vec::new()];
        run_cargo(&dir, cargo_args)?;
        for _ in 0..args.runs.get() {
            for (name, costs) in CRATES.iter().zip(&mut costs) {
                costs.push(measure(&dir, cargo_args, name)?);
            }
        }
        let [ours, peer] = costs.map(|costs| median(&costs));
        row(mode, CRATES[0], ours, peer);
        row("", CRATES[1], peer, peer);
    }
    Ok(())
}

fn row(mode: &str, name: &str, cost: Cost, peer: Cost) {
    let Cost { wall, cpu, megabytes } = cost;
    let (by_wall, by_cpu) = (wall / peer.wall, cpu / peer.cpu);
    say(&format!(
        "| {mode} | {name} | {wall:.1} | {cpu:.1} | {megabytes} | {by_wall:.2} | {by_cpu:.2} |"
    ));
}

/// The manifest's lines for both crates.
fn dependencies() -> String {
    let ours = root().display().to_string();
    format!("grammers-tl-types = \"=0.11.0\"\ntypelang-telegram = {{ path = {ours:?} }}")
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

fn run_cargo(dir: &Path, args: &[&str]) -> Result<(), Box<dyn Error>> {
    let status = cargo(dir)?.args(args).status()?;
    if status.success() { Ok(()) } else { Err(format!("`cargo {}` failed", args.join(" ")).into()) }
}

/// Compiles one of the crates anew.
fn measure(dir: &Path, args: &[&str], name: &str) -> Result<Cost, Box<dyn Error>> {
    let package = name.replace('_', "-");
    let mut clean = vec!["clean", "-p", &package];
    clean.extend(args.contains(&"--release").then_some("--release"));
    run_cargo(dir, &clean)?;
    let log = log_path(dir);
    fs::write(&log, "").map_err(at(&log))?;
    run_cargo(dir, args)?;
    let text = fs::read_to_string(&log).map_err(at(&log))?;
    let line =
        text.lines().find(|line| line.starts_with(name)).ok_or("the compiler was not run")?;
    parse(line).ok_or_else(|| format!("not a cost: {line}").into())
}

fn parse(line: &str) -> Option<Cost> {
    let mut words = line.split(' ').skip(1);
    Some(Cost {
        wall: words.next()?.parse().ok()?,
        cpu: words.next()?.parse().ok()?,
        megabytes: words.next()?.parse().ok()?,
    })
}

/// The run with the median wall time.
fn median(costs: &[Cost]) -> Cost {
    let mut costs = costs.to_vec();
    costs.sort_by(|a, b| a.wall.total_cmp(&b.wall));
    costs[costs.len() / 2]
}
