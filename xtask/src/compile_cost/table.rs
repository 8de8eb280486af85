//! The table in docs/performance.md.

use std::{error::Error, fmt::Write, fs, path::Path};

use typelang_codegen::replace_file;

use super::{
    clients::Pair,
    cost::{Cost, Costs},
};
use crate::{at, say};

/// The name of the table of a pair.
fn name(pair: Pair) -> &'static str {
    match pair {
        Pair::Telegram => "compile-cost",
        Pair::Ton => "compile-cost of ton",
        Pair::Arena => "compile-cost of arena",
        Pair::Td => "compile-cost of td",
    }
}

/// Prints the table of the compared crates, and writes it into the document.
pub(super) fn write(
    path: &Path,
    pair: Pair,
    rows: &[(&str, [Costs; 2])],
) -> Result<(), Box<dyn Error>> {
    replace(path, name(pair), &table(pair, rows))
}

/// Prints a table, and writes it into the document between two lines with its name.
pub(super) fn replace(path: &Path, name: &str, table: &str) -> Result<(), Box<dyn Error>> {
    say(table);
    let marks = [format!("<!-- {name} -->"), format!("<!-- /{name} -->")];
    let text = fs::read_to_string(path).map_err(at(path))?;
    let (Some(start), Some(end)) = (text.find(&marks[0]), text.find(&marks[1])) else {
        return Err(format!("{}: no lines {marks:?}", path.display()).into());
    };
    let text = format!("{}{}\n\n{table}\n{}", &text[..start], marks[0], &text[end..]);
    replace_file(path, text.as_bytes())?;
    Ok(())
}

fn table(of: Pair, rows: &[(&str, [Costs; 2])]) -> String {
    let names = of.sides().each_ref().map(|side| side.packages[0]);
    let mut table = String::from(
        "| | | wall, s | CPU, s | peak, MB | library, MB | wall : peer | CPU : peer | peak : peer |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (mode, [ours, peer]) in rows {
        let library = [ours.library, peer.library];
        pair(&mut table, names, mode, [ours.alone, peer.alone], library);
        let mode = format!("{mode} with a client");
        pair(&mut table, names, &mode, [ours.with_client, peer.with_client], [0; 2]);
    }
    table
}

fn pair(
    table: &mut String,
    names: [&str; 2],
    mode: &str,
    [ours, peer]: [Cost; 2],
    library: [u64; 2],
) {
    let ratios =
        [ours.wall / peer.wall, ours.cpu / peer.cpu, ratio(ours.megabytes, peer.megabytes)];
    let ratios = ratios.map(|ratio| format!("{ratio:.2}")).join(" | ");
    line(table, mode, names[0], ours, library[0], &ratios);
    line(table, "", names[1], peer, library[1], " | | ");
}

fn line(table: &mut String, mode: &str, name: &str, cost: Cost, library: u64, ratios: &str) {
    let library = if library == 0 { String::new() } else { (library / 1_000_000).to_string() };
    let Cost { wall, cpu, megabytes } = cost;
    _ = writeln!(
        table,
        "| {mode} | {name} | {wall:.1} | {cpu:.1} | {megabytes} | {library} | {ratios} |"
    );
}

#[expect(clippy::cast_precision_loss, reason = "megabytes are few")]
fn ratio(a: i64, b: i64) -> f64 {
    a as f64 / b as f64
}
