//! The cost of one run of the compiler, logged by a wrapper between cargo and the compiler.

use std::{
    env,
    error::Error,
    ffi::OsString,
    fs::OpenOptions,
    io::Write,
    path::Path,
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

use nix::sys::{
    resource::{UsageWho, getrusage},
    time::TimeValLike,
};

use super::clients::{Pair, Side};

/// The variable with the path of the log; set only for compilers that cargo starts.
pub(super) const LOG: &str = "TYPELANG_COMPILE_COST_LOG";

/// One run of the compiler, or the sum of several.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cost {
    /// Elapsed seconds.
    pub(super) wall: f64,
    /// Seconds of all cores.
    pub(super) cpu: f64,
    /// The peak memory of a run.
    pub(super) megabytes: i64,
}

impl Cost {
    fn and(self, other: Self) -> Self {
        Self {
            wall: self.wall + other.wall,
            cpu: self.cpu + other.cpu,
            megabytes: self.megabytes.max(other.megabytes),
        }
    }
}

/// The cost of one side.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Costs {
    /// The generated crate alone.
    pub(super) alone: Cost,
    /// The generated crate, the crates that belong to it, and the client.
    pub(super) with_client: Cost,
    /// The bytes of the crate's library; 0 if none was built.
    pub(super) library: u64,
}

impl Costs {
    /// Reads the log of [`wrap`].
    pub(super) fn read(log: &str, side: &Side, library: u64) -> Result<Self, Box<dyn Error>> {
        let mut costs = Self { library, ..Self::default() };
        let mut seen = 0;
        for line in log.lines() {
            let (name, cost) = parse(line).ok_or_else(|| format!("not a cost: {line}"))?;
            costs.with_client = costs.with_client.and(cost);
            if name == side.crate_name() {
                costs.alone = cost;
            }
            seen += 1;
        }
        if seen == side.packages.len() + 1 {
            Ok(costs)
        } else {
            Err(format!("{}: the compiler was noted {seen} times", side.client).into())
        }
    }

    /// Returns the costs with the median wall times.
    pub(super) fn medians(all: &[Self]) -> Self {
        let by = |cost: fn(&Self) -> Cost| {
            let mut costs: Vec<Cost> = all.iter().map(cost).collect();
            costs.sort_by(|a, b| a.wall.total_cmp(&b.wall));
            costs[costs.len() / 2]
        };
        Self {
            alone: by(|costs| costs.alone),
            with_client: by(|costs| costs.with_client),
            library: all[0].library,
        }
    }
}

fn parse(line: &str) -> Option<(&str, Cost)> {
    let mut words = line.split(' ');
    let name = words.next()?;
    let cost = Cost {
        wall: words.next()?.parse().ok()?,
        cpu: words.next()?.parse().ok()?,
        megabytes: words.next()?.parse().ok()?,
    };
    Some((name, cost))
}

/// Runs the compiler and logs its cost, if cargo started this program as a wrapper.
pub(crate) fn wrap() -> Option<ExitCode> {
    let log = env::var_os(LOG)?;
    let mut args = env::args_os().skip(1);
    let compiler = args.next()?;
    let mut args: Vec<OsString> = args.collect();
    // Cargo also asks the compiler for its version; then there is no crate.
    let name = args.iter().skip_while(|arg| *arg != "--crate-name").nth(1);
    let name = name.and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let mut crates = Pair::all().flat_map(|side| side.packages.iter().chain([&side.client]));
    let is_timed = crates.any(|package| package.replace('-', "_") == name);
    if (is_timed || is_ours(&name)) && !args.iter().any(|arg| arg == "--cap-lints") {
        // As cargo does for registry packages, such as the peer's.
        args.extend(["--cap-lints", "allow"].map(OsString::from));
    }
    let start = Instant::now();
    let status = Command::new(compiler).args(&args).status();
    if is_timed {
        note(Path::new(&log), &name, start);
    }
    let code = status.ok().and_then(|status| u8::try_from(status.code()?).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Whether it is a crate of ours, and not a program that uses them.
fn is_ours(name: &str) -> bool {
    name.starts_with("typelang_")
}

fn note(log: &Path, name: &str, start: Instant) {
    let wall = start.elapsed().as_secs_f64();
    let Ok(usage) = getrusage(UsageWho::RUSAGE_CHILDREN) else { return };
    let micros = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let cpu = Duration::from_micros(micros.unsigned_abs()).as_secs_f64();
    let file = OpenOptions::new().create(true).append(true).open(log);
    if let Ok(mut file) = file {
        _ = writeln!(file, "{name} {wall} {cpu} {}", usage.max_rss() / 1024);
    }
}
