//! Changes as a section of a changelog.

use std::io::Write;

use super::{
    input::Input,
    text::{counts, level, line, spelled},
};
use crate::{
    compare::{
        api::{Api, Exhaustive},
        change::{Change, How, What},
    },
    shared::outcome::Failure,
};

/// Writes the section: what was added, changed and removed, and what it means for the generated Rust.
pub(crate) fn write(
    (old, new): (&Input, &Input),
    changes: &[Change],
    exhaustive: Exhaustive,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let [new_items, gone, other] = counts(changes);
    let title =
        new.schema.layer.map_or_else(|| format!("`{}`", new.name), |it| format!("Layer {it}"));
    let before =
        old.schema.layer.map_or_else(|| format!("`{}`", old.name), |it| format!("layer {it}"));
    let level = level(changes, exhaustive).word();
    let nouns = if new_items == 1 { "constructor or method" } else { "constructors and methods" };
    writeln!(
        out,
        "## {title}\n\nCompared with {before}: {new_items} {nouns} added, {other} changed, \
         {gone} removed. The generated Rust needs a {level} version."
    )?;
    added_items(changes, out)?;
    changed_items(changes, out)?;
    moved_types(changes, out)?;
    removed_items(changes, out)
}

fn of(changes: &[Change], how: How, what: What) -> impl Iterator<Item = &Change> {
    changes.iter().filter(move |it| it.how == how && it.what == what)
}

fn added_items(changes: &[Change], out: &mut dyn Write) -> Result<(), Failure> {
    list("Added methods", of(changes, How::Added, What::Method).map(method), out)?;
    list("Added constructors", of(changes, How::Added, What::Constructor).map(constructor), out)
}

fn removed_items(changes: &[Change], out: &mut dyn Write) -> Result<(), Failure> {
    list("Removed methods", of(changes, How::Removed, What::Method).map(method), out)?;
    let constructors = of(changes, How::Removed, What::Constructor).map(constructor);
    list("Removed constructors", constructors, out)
}

fn method(change: &Change) -> String {
    format!("- `{}`, returns `{}`", change.name, change.ty)
}

fn constructor(change: &Change) -> String {
    format!("- `{}` of `{}`", change.name, change.ty)
}

/// Types that become enums, or structs.
fn moved_types(changes: &[Change], out: &mut dyn Write) -> Result<(), Failure> {
    let types = of(changes, How::Changed, What::Type).filter(|it| it.api == Api::MovedItem);
    let gains = |it: &Change| it.details.iter().filter(|detail| detail.old.is_none()).count();
    let moved = types.map(|it| {
        let becomes = if gains(it) > 0 { "an enum of" } else { "a struct of" };
        format!(
            "- `{}` is now {becomes} `{}`",
            it.name,
            if gains(it) > 0 { "enums" } else { "types" }
        )
    });
    list("Moved types", moved, out)
}

fn changed_items(changes: &[Change], out: &mut dyn Write) -> Result<(), Failure> {
    let of_kind = |what| of(changes, How::Changed, what);
    let all = of_kind(What::Method).chain(of_kind(What::Constructor)).map(|change| {
        let ids = spelled(change.ids);
        let api = if change.api == Api::Same { String::new() } else { format!("; {}", change.api) };
        let head = format!("- `{}` (`{ids}`): {}{api}", change.name, change.verdict);
        let details = change.details.iter().map(|it| format!("\n  - `{}`", line(change.what, it)));
        head + &details.collect::<String>()
    });
    list("Changed", all, out)
}

/// Writes a list with its heading, unless it is empty.
fn list(
    title: &str,
    items: impl Iterator<Item = String>,
    out: &mut dyn Write,
) -> Result<(), Failure> {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return Ok(());
    }
    writeln!(out, "\n### {title}\n")?;
    for item in items {
        writeln!(out, "{item}")?;
    }
    Ok(())
}
