//! The arguments of `tl diff`, and what it does.

use std::path::PathBuf;

use typelang_parser::{Diagnostic, Dialect, incompatible};

use crate::{
    commands::diff::{
        changelog,
        fail_on::{FailOn, fail_on},
        input::{Input, input},
        lines, markdown,
        only::retain,
        text,
    },
    compare::{api::Exhaustive, change::Change, changes::changes},
    shared::{
        dialect::dialect,
        outcome::{Failure, Outcome},
        selection::Selection,
        terminal::Terminal,
    },
};

/// The arguments of `tl diff`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub struct Diff {
    /// The old schema: a file, the number of a layer, or REV:PATH, a file of a git revision
    pub old: PathBuf,
    /// The new schema
    pub new: PathBuf,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub selection: Selection,
    /// Write a line of JSON for each change
    #[arg(long, conflicts_with = "markdown")]
    pub json: bool,
    /// Write a section of a changelog, in Markdown
    #[arg(long)]
    pub markdown: bool,
    /// Add this section to a changelog
    #[arg(long, value_name = "FILE")]
    pub changelog: Option<PathBuf>,
    /// Exit with status 1 if there is a change of this kind: `wire`, where programs of both schemas cannot read each
    /// other's values; `api`, a major version of the generated Rust; `any`; or this verdict or a worse one
    #[arg(long, value_parser = fail_on(), value_name = "KIND")]
    pub fail_on: Option<FailOn>,
    /// Judge Rust whose structs and enums are `#[non_exhaustive]`
    #[arg(long)]
    pub non_exhaustive: bool,
    /// Report what breaks the rules TL0301 to TL0311, for schemas whose ids stay [default: for VK's and TON's]
    #[arg(long)]
    pub rules: bool,
    /// Read schemas in this dialect instead of guessing
    #[arg(long, value_parser = dialect())]
    pub dialect: Option<Dialect>,
}

const EXAMPLES: &str = "\
Examples:
  tl diff 224 230
  tl diff 229 230 --only messages.sendMessage --opaque Update
      what concerns one call
  tl diff HEAD~1:schema/api.tl schema/api.tl --markdown
  tl diff --json --fail-on breaks old.tl new.tl
  tl diff --rules --fail-on wire HEAD:./my.tl my.tl
      in CI: the schema may be used beside the old one

A verdict says what becomes of an old value, by the rules of `tl translate`:
  same bytes                  only names differ
  old readers still read it   new flags without bytes; new methods and types
  translated without loss     new ids, moved bits, wider types, new optional fields
  lossy                       dropped fields, and new required fields that need a default
  breaks                      removed combinators, and types that do not convert
A constructor that is new in a known type is translated without loss, but old readers refuse it.
After the verdict is what changes in the generated Rust. The last lines say which part of its version \
must be raised. `tl check --explain TL0308` explains a rule.";

/// Compares two schemas and prints what changed.
///
/// # Errors
/// When a schema cannot be read, or a selected name is in neither.
pub fn diff(args: &Diff, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let old = input(&args.old, args.dialect, terminal)?;
    let new = input(&args.new, args.dialect, terminal)?;
    let (Some(old), Some(new)) = (old, new) else { return Ok(Outcome::Faults) };
    let rules = broken(args, &old, &new);
    let (Some(was), Some(is)) = (&old.compiled, &new.compiled) else {
        // What breaks a rule may be what makes the schema faulty.
        terminal.report(&rules.unwrap_or_default(), &new.sources)?;
        return Ok(Outcome::Faults);
    };
    let mut changes = changes(was, is);
    retain(&mut changes, &args.selection, (&old.schema, &new.schema))?;
    let exhaustive = if args.non_exhaustive { Exhaustive::No } else { Exhaustive::Yes };
    if let Some(path) = &args.changelog {
        changelog::add(path, (&old, &new), &changes, exhaustive)?;
    }
    let mut out = terminal.text();
    if args.json {
        lines::write(&changes, exhaustive, rules.as_deref(), &new.sources, &mut out)?;
    } else if args.markdown {
        markdown::write((&old, &new), &changes, exhaustive, &mut out)?;
    } else {
        text::write(&changes, exhaustive, &mut out)?;
    }
    if !args.json {
        terminal.report(rules.as_deref().unwrap_or_default(), &new.sources)?;
    }
    let fails = args.fail_on.is_some_and(|on| on.fails(&changes, rules.as_deref(), exhaustive));
    Ok(if fails { Outcome::Faults } else { Outcome::Done })
}

/// What breaks the rules of schemas whose ids stay; `None` if they do not apply.
fn broken(args: &Diff, old: &Input, new: &Input) -> Option<Vec<Diagnostic>> {
    let in_place = matches!(new.schema.dialect, Dialect::Vk | Dialect::Ton);
    (args.rules || in_place).then(|| incompatible(&old.schema, &new.schema))
}

/// The changes between two schemas, for other commands.
pub(crate) fn between(old: &Input, new: &Input) -> Vec<Change> {
    match (&old.compiled, &new.compiled) {
        (Some(old), Some(new)) => changes(old, new),
        _ => Vec::new(),
    }
}
