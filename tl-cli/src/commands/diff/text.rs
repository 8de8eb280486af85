//! Changes as text.

use std::{collections::BTreeMap, fmt::Display, io::Write};

use crate::{
    compare::{
        api::{Api, Exhaustive, Level},
        change::{Change, Detail, How, What},
    },
    shared::outcome::Failure,
};

/// Writes a change, and a line for each detail; then how many there are.
pub(crate) fn write(
    changes: &[Change],
    exhaustive: Exhaustive,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    for change in changes {
        let Change { how, what, name, ids, .. } = change;
        let meaning = meaning(change.verdict, change.api);
        writeln!(out, "{} {} {name}{}: {meaning}", how.word(), what.word(), spelled(*ids))?;
        for detail in change.details.iter().filter(|_| *how == How::Changed) {
            writeln!(out, "    {} ({})", line(*what, detail), meaning_of(detail))?;
        }
    }
    summary(changes, exhaustive, out)
}

/// The verdict, and what changes in Rust.
fn meaning(verdict: impl Display, api: Api) -> String {
    match api {
        Api::Same => verdict.to_string(),
        api => format!("{verdict}; in Rust: {api}"),
    }
}

fn meaning_of(detail: &Detail) -> String {
    match detail.api {
        Api::Same => detail.verdict.to_string(),
        api => format!("{}; {api}", detail.verdict),
    }
}

/// The id, or both if it has changed.
pub(super) fn spelled(ids: (Option<u32>, Option<u32>)) -> String {
    match ids {
        (Some(old), Some(new)) if old != new => format!("#{old:08x} → #{new:08x}"),
        (old, new) => old.or(new).map_or(String::new(), |id| format!("#{id:08x}")),
    }
}

/// `~ x: int → long`
pub(super) fn line(what: What, detail: &Detail) -> String {
    let Detail { name, old, new, .. } = detail;
    let name = if what == What::Type { String::new() } else { format!("{name}: ") };
    match (old, new) {
        (Some(old), Some(new)) => format!("~ {name}{old} → {new}"),
        (Some(old), None) => format!("- {name}{old}"),
        (None, new) => format!("+ {name}{}", new.as_deref().unwrap_or_default()),
    }
}

/// How many combinators were added, removed and changed; how many have each verdict; and what changes in Rust.
fn summary(changes: &[Change], exhaustive: Exhaustive, out: &mut dyn Write) -> Result<(), Failure> {
    let [new, gone, other] = counts(changes);
    writeln!(out, "combinators: {new} added, {gone} removed, {other} changed")?;
    let combinators = || changes.iter().filter(|it| it.what != What::Type);
    let mut verdicts = BTreeMap::<_, usize>::new();
    combinators().for_each(|it| *verdicts.entry(it.verdict).or_default() += 1);
    for (verdict, count) in verdicts {
        writeln!(out, "{count:>6} {verdict}")?;
    }
    if changes.is_empty() {
        return Ok(());
    }
    writeln!(out, "generated Rust: {} version", level(changes, exhaustive).word())?;
    for (api, count) in items(changes) {
        writeln!(out, "{count:>6} {api}{}", if count == 1 { "" } else { "s" })?;
    }
    Ok(())
}

/// How many combinators were added, removed and changed.
pub(super) fn counts(changes: &[Change]) -> [usize; 3] {
    let combinators = || changes.iter().filter(|it| it.what != What::Type);
    [How::Added, How::Removed, How::Changed]
        .map(|how| combinators().filter(|it| it.how == how).count())
}

/// The part of the version that the changes raise.
pub(crate) fn level(changes: &[Change], exhaustive: Exhaustive) -> Level {
    let levels = changes.iter().map(|it| it.api.level(exhaustive));
    levels.max().unwrap_or(Level::Patch)
}

/// What changes in Rust, and how often: fields by field, and types that move once.
fn items(changes: &[Change]) -> BTreeMap<Api, usize> {
    let mut items = BTreeMap::new();
    for change in changes {
        let is_whole = change.how != How::Changed && change.what != What::Type;
        let moves = change.what == What::Type && change.api == Api::MovedItem;
        // A constructor that moves its type is counted with the type.
        if moves || is_whole && change.api != Api::MovedItem {
            *items.entry(change.api).or_default() += 1;
        } else if change.what != What::Type {
            let details = change.details.iter().map(|detail| detail.api);
            details
                .filter(|api| *api != Api::Same)
                .for_each(|api| *items.entry(api).or_default() += 1);
        }
    }
    items
}
