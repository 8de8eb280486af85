//! `cargo xtask torture`: random schemas, generated, compiled and driven by random values.
//!
//! A seed gives a schema, the settings that it is generated with, and all values. Several schemas are compiled as one crate,
//! each in a module of its own; `tests/torture` is what that crate calls.

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
    /// The first seed; by default the time, so that each run tries others
    #[arg(long)]
    seed: Option<u64>,
    /// How many seeds to try, one after another
    #[arg(long, default_value_t = 16)]
    count: u64,
    /// How many schemas to compile as one crate
    #[arg(long, default_value_t = 16)]
    batch: u64,
    /// Begins no batch after this many seconds
    #[arg(long)]
    seconds: Option<u64>,
    /// Leaves the schemas of faults as they are, in place of making them smaller
    #[arg(long)]
    whole: bool,
    /// Tries this schema in place of random ones, a declaration a line; its values are those of the seed
    #[arg(long)]
    schema: Option<PathBuf>,
    /// The dialect of `--schema`
    #[arg(long, default_value = "telegram", value_parser = dialect)]
    dialect: Dialect,
    /// Prints the schema of the first seed and its settings, and tries nothing
    #[arg(long)]
    show: bool,
}

/// What was tried.
#[derive(Debug, Default)]
struct Tally {
    compiled: u64,
    types: u64,
    /// Values that were made and have bytes, and others.
    made: u64,
    declined: u64,
    /// Refusals by their codes.
    refused: BTreeMap<String, u64>,
    /// Seeds by what went wrong.
    faults: BTreeMap<String, Vec<u64>>,
}

/// Tries the seeds, and fails if anything went wrong with one of them.
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
            say(&format!("no time for seeds {} and on", seeds[0]));
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

/// Says what was tried, and fails if anything went wrong.
fn finish(tally: Tally, began: Instant) -> Result<(), Box<dyn Error>> {
    let Tally { compiled, types, made, declined, refused, faults } = tally;
    say(&format!("{compiled} schemas compiled, {types} types tried, in {:?}", began.elapsed()));
    say(&format!("{made} made values have bytes, {declined} are refused"));
    say(&format!("schemas refused: {refused:?}"));
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> =
        faults.iter().map(|(kind, seeds)| format!("  {kind}: seeds {seeds:?}")).collect();
    let repeat = "repeat one with `cargo xtask torture --seed SEED --count 1`";
    let folder = folder();
    Err(format!("what went wrong is in {}:\n{}\n{repeat}", folder.display(), lines.join("\n"))
        .into())
}

/// Tries a schema of the caller's.
fn own(path: &Path, seed: u64, args: &Args) -> Result<(), Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(at(path))?;
    let schema = Schema::parse(&text, args.dialect);
    let case = Case { seed, schema, settings: Settings::usual() };
    let verdict = judge(std::slice::from_ref(&case))?.pop().unwrap_or_default();
    let mut tally = Tally::default();
    count(&mut tally, &case, verdict, &Args { whole: true, ..args.clone() })?;
    finish(tally, Instant::now())
}

/// A dialect by its name.
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

/// Where faults are written.
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
    let mut told = Vec::new();
    for fault in verdict.faults {
        if told.contains(&fault.kind) {
            continue;
        }
        told.push(fault.kind.clone());
        let known = tally.faults.entry(fault.kind.clone()).or_default();
        known.push(case.seed);
        // Making it smaller takes minutes, and the first ones of a kind say enough.
        let is_whole = args.whole || known.len() > 2;
        tell(case.clone(), fault, is_whole)?;
    }
    Ok(())
}

/// Writes what went wrong: the seed, the schema, the settings and the value.
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
