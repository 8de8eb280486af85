//! `cargo xtask torture`: generates and compiles random schemas, and tests them with random values.
//!
//! A seed determines a schema, its settings, and all values. Several schemas are compiled as one crate, each
//! in its own module; `tests/torture` has the functions that the crate calls.

mod batch;
mod chance;
mod driver;
mod failure;
mod grow;
mod idioms;
mod names;
mod schema;
mod settings;
mod shrink;
mod stages;
mod surface;
mod term;
#[cfg(test)]
mod tests;

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::{Path, PathBuf},
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use typelang_parser::Dialect;

use self::{
    batch::{Case, Verdict, judge},
    failure::Fault,
    schema::Schema,
    settings::Settings,
};
use crate::{at, root, say};

#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Args {
    /// The first seed; by default the time, so that each run tries new seeds
    #[arg(long)]
    seed: Option<u64>,
    /// How many seeds to try
    #[arg(long, default_value_t = 16)]
    count: u64,
    /// How many schemas to compile as one crate
    #[arg(long, default_value_t = 16)]
    batch: u64,
    /// Start no batch after this many seconds
    #[arg(long)]
    seconds: Option<u64>,
    /// Keep the schemas of faults as they are instead of reducing them
    #[arg(long)]
    whole: bool,
    /// Try this schema, with one declaration per line, instead of random ones; the seed determines its values
    #[arg(long)]
    schema: Option<PathBuf>,
    /// The dialect of `--schema`
    #[arg(long, default_value = "telegram", value_parser = dialect)]
    dialect: Dialect,
    /// Print the schema of the first seed and its settings, and try nothing
    #[arg(long)]
    show: bool,
}

/// The counts of what was tried.
#[derive(Debug, Default)]
struct Tally {
    compiled: u64,
    types: u64,
    /// Values that could be encoded, and values that were refused.
    made: u64,
    declined: u64,
    /// Values of a later layer that were kept.
    kept: u64,
    /// The number of refusals, by code.
    refused: BTreeMap<String, u64>,
    /// The seeds of faults, by kind.
    faults: BTreeMap<String, Vec<u64>>,
}

/// Tries the seeds, and fails if one has a fault.
pub(crate) fn torture(args: &Args) -> Result<(), Box<dyn Error>> {
    let first = args.seed.unwrap_or_else(seed_of_now);
    if args.show {
        let case = case(first);
        say(&format!("{}// {}", case.schema.text(), case.settings));
        return Ok(());
    }
    if let Some(path) = &args.schema {
        return own(path, first, args);
    }
    let seeds: Vec<u64> = (first..first + args.count).collect();
    say(&format!("cargo xtask torture --seed {first} --count {}", args.count));
    let (began, mut tally) = (Instant::now(), Tally::default());
    for seeds in seeds.chunks(usize::try_from(args.batch.max(1))?) {
        if args.seconds.is_some_and(|seconds| began.elapsed().as_secs() >= seconds) {
            say(&format!("no time left for seeds from {} on", seeds[0]));
            break;
        }
        let cases: Vec<Case> = seeds.iter().copied().map(case).collect();
        let verdicts = judge(&cases)?;
        for (case, verdict) in cases.iter().zip(verdicts) {
            count(&mut tally, case, verdict, args)?;
        }
        say(&format!("{} compiled after {} s", tally.compiled, began.elapsed().as_secs()));
    }
    finish(tally, began)
}

/// Prints the counts, and fails if there are faults.
fn finish(tally: Tally, began: Instant) -> Result<(), Box<dyn Error>> {
    let Tally { compiled, types, made, declined, kept, refused, faults } = tally;
    say(&format!("schemas compiled: {compiled}, types tried: {types}, in {:?}", began.elapsed()));
    say(&format!("values made: {made} with bytes, {declined} refused"));
    say(&format!("values of later layers kept: {kept}"));
    say(&format!("schemas refused: {refused:?}"));
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> =
        faults.iter().map(|(kind, seeds)| format!("  {kind}: seeds {seeds:?}")).collect();
    let repeat = "repeat one with `cargo xtask torture --seed SEED --count 1`";
    let folder = folder();
    Err(format!("the faults are in {}:\n{}\n{repeat}", folder.display(), lines.join("\n")).into())
}

/// Tries the user's own schema.
fn own(path: &Path, seed: u64, args: &Args) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(at(path))?;
    let schema = Schema::parse(&text, args.dialect);
    let case = Case { seed, schema, settings: Settings::usual() };
    let verdict = judge(std::slice::from_ref(&case))?.pop().unwrap_or_default();
    let mut tally = Tally::default();
    count(&mut tally, &case, verdict, &Args { whole: true, ..args.clone() })?;
    finish(tally, Instant::now())
}

/// Parses the name of a dialect.
fn dialect(name: &str) -> Result<Dialect, String> {
    match name {
        "telegram" => Ok(Dialect::Telegram),
        "tdlib" => Ok(Dialect::Tdlib),
        "ton" => Ok(Dialect::Ton),
        "vk" => Ok(Dialect::Vk),
        _ => Err("the dialects are `telegram`, `tdlib`, `ton` and `vk`".to_owned()),
    }
}

fn seed_of_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |now| now.as_secs())
}

fn case(seed: u64) -> Case {
    let schema = grow::schema(seed);
    let settings = Settings::of(seed, &schema);
    Case { seed, schema, settings }
}

/// Returns the folder for faults.
fn folder() -> PathBuf {
    root().join("target/torture")
}

fn count(
    tally: &mut Tally,
    case: &Case,
    verdict: Verdict,
    args: &Args,
) -> Result<(), Box<dyn Error>> {
    if !verdict.refused.is_empty() {
        let mut codes = verdict.refused;
        codes.sort();
        codes.dedup();
        *tally.refused.entry(codes.join(" ")).or_default() += 1;
        return Ok(());
    }
    tally.compiled += 1;
    tally.types += verdict.types;
    tally.made += verdict.made[0];
    tally.declined += verdict.made[1];
    tally.kept += verdict.kept;
    let mut told = Vec::new();
    for fault in verdict.faults {
        if told.contains(&fault.kind) {
            continue;
        }
        told.push(fault.kind.clone());
        let known = tally.faults.entry(fault.kind.clone()).or_default();
        known.push(case.seed);
        // Reducing takes minutes, and the first faults of a kind suffice.
        let is_whole = args.whole || known.len() > 2;
        tell(case.clone(), fault, is_whole)?;
    }
    Ok(())
}

/// Writes a fault: the seed, the schema, the settings and the value.
fn tell(case: Case, fault: Fault, is_whole: bool) -> Result<(), Box<dyn Error>> {
    let seed = case.seed;
    let (case, fault) = if is_whole { (case, fault) } else { shrink::shrink(case, fault)? };
    let text = format!(
        "seed {seed}: {fault}\n\nsettings: {}\ndialect: {:?}\n\n{}",
        case.settings,
        case.schema.dialect,
        case.schema.text()
    );
    let word: String = fault
        .kind
        .chars()
        .map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '-' })
        .collect();
    let path = folder().join(format!("{seed}-{word}.txt"));
    fs::write(&path, &text).map_err(at(&path))?;
    let short = text
        .lines()
        .take(60)
        .map(|line| line.chars().take(400).collect::<String>())
        .collect::<Vec<_>>()
        .join("\n");
    say(&format!("{short}\n(all of it in {})\n", path.display()));
    Ok(())
}
