//! `tl diff`: what changed between two schemas, and what it means.

use std::{collections::BTreeMap, io::Write, path::PathBuf};

use serde_json::{Value, json};
use typelang_parser::Dialect;

use crate::{
    compare::{
        change::{Change, Detail, How, What},
        changes::changes,
        verdict::Verdict,
    },
    shared::{
        dialect::dialect,
        outcome::{Failure, Outcome},
        terminal::Terminal,
    },
    wire::side::side,
};

/// The arguments of `tl diff`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Diff {
    /// The old schema: a file, or a layer that is built in
    pub old: PathBuf,
    /// The new schema
    pub new: PathBuf,
    /// Write a line of JSON for each change
    #[arg(long)]
    pub json: bool,
    /// Exit with status 1 if a change has this verdict or a worse one
    #[arg(long, value_enum, value_name = "VERDICT")]
    pub fail_on: Option<Verdict>,
    /// Read schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl diff api-224.tl 230
  tl diff --json --fail-on breaks old.tl new.tl

A verdict says what becomes of an old value, by the rules of `tl translate`:
  same bytes                  only names differ
  old readers still read it   new flags without bytes; new methods and types
  translated without loss     new ids, moved bits, wider types, new optional fields
  lossy                       dropped fields, and new required fields that need a default
  breaks                      removed combinators, and types that do not convert
A constructor that is new in a known type is translated without loss, but old readers refuse it.";

/// Compares two schemas and prints what changed.
///
/// # Errors
/// When a schema cannot be read.
pub fn diff(args: &Diff, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let mut read = |path: &PathBuf| side(core::slice::from_ref(path), args.dialect, terminal);
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    let (Some(old), Some(new)) = (old, new) else { return Ok(Outcome::Faults) };
    let (Some(old), Some(new)) = (old.all.first(), new.all.first()) else {
        return Ok(Outcome::Done);
    };
    let changes = changes(old, new);
    let mut out = terminal.text();
    if args.json {
        for change in &changes {
            writeln!(out, "{}", line(change))?;
        }
    } else {
        for change in &changes {
            print(change, &mut out)?;
        }
        print_summary(&changes, &mut out)?;
    }
    let fails = |change: &Change| args.fail_on.is_some_and(|on| change.verdict >= on);
    Ok(if changes.iter().any(fails) { Outcome::Faults } else { Outcome::Done })
}

/// A change, and a line for each detail.
fn print(change: &Change, out: &mut dyn Write) -> Result<(), Failure> {
    let Change { how, what, name, ids, verdict, details } = change;
    writeln!(out, "{} {} {name}{}: {verdict}", how.word(), what.word(), spelled(*ids))?;
    for detail in details.iter().filter(|_| *how == How::Changed) {
        print_detail(*what, detail, out)?;
    }
    Ok(())
}

/// The id, or both if it has changed.
fn spelled(ids: (Option<u32>, Option<u32>)) -> String {
    match ids {
        (Some(old), Some(new)) if old != new => format!("#{old:08x} → #{new:08x}"),
        (old, new) => old.or(new).map_or(String::new(), |id| format!("#{id:08x}")),
    }
}

fn print_detail(what: What, detail: &Detail, out: &mut dyn Write) -> Result<(), Failure> {
    let Detail { name, old, new, verdict } = detail;
    let name = if what == What::Type { String::new() } else { format!("{name}: ") };
    match (old, new) {
        (Some(old), Some(new)) => writeln!(out, "    ~ {name}{old} → {new} ({verdict})")?,
        (Some(old), None) => writeln!(out, "    - {name}{old} ({verdict})")?,
        (None, new) => {
            writeln!(out, "    + {name}{} ({verdict})", new.as_deref().unwrap_or_default())?;
        }
    }
    Ok(())
}

/// How many combinators were added, removed and changed, and how many have each verdict.
fn print_summary(changes: &[Change], out: &mut dyn Write) -> Result<(), Failure> {
    let combinators = || changes.iter().filter(|it| it.what != What::Type);
    let count = |how: How| combinators().filter(|it| it.how == how).count();
    let [new, gone, other] = [How::Added, How::Removed, How::Changed].map(count);
    writeln!(out, "combinators: {new} added, {gone} removed, {other} changed")?;
    let mut verdicts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for change in combinators() {
        *verdicts.entry(change.verdict).or_default() += 1;
    }
    for (verdict, count) in verdicts {
        writeln!(out, "{count:>6} {verdict}")?;
    }
    Ok(())
}

/// A change as JSON.
fn line(change: &Change) -> Value {
    let Change { how, what, name, ids, verdict, details } = change;
    let id = |id: &Option<u32>| id.map(|id| format!("{id:08x}"));
    json!({
        "how": how.word(),
        "what": what.word(),
        "name": name,
        "old_id": id(&ids.0),
        "new_id": id(&ids.1),
        "verdict": verdict.word(),
        "details": details.iter().map(detail_line).collect::<Vec<_>>(),
    })
}

fn detail_line(detail: &Detail) -> Value {
    let Detail { name, old, new, verdict } = detail;
    let how = detail.how().word();
    json!({ "how": how, "name": name, "old": old, "new": new, "verdict": verdict.word() })
}
