//! The table in docs/performance.md.

use std::{error::Error, fmt::Write, fs, path::Path};

use typelang_codegen::replace_file;

use super::cost::{Cost, Costs};
use crate::{at, say};

/// Prints the table of the compared crates, and writes it into the document.
pub(super) fn write(path: &Path, rows: &[(&str, [Costs; 2])]) -> Result<(), Box<dyn Error>> {
    replace(path, "compile-cost", &table(rows))
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

fn table(rows: &[(&str, [Costs; 2])]) -> String {
    let mut table = String::from(
        "| | | wall, s | CPU, s | peak, MB | library, MB | wall : peer | CPU : peer | peak : peer |\n\
         |---|---|---|---|---|---|---|---|---|\n",
    );
    for (mode, [ours, peer]) in rows {
        let library = [ours.library, peer.library];
        pair(&mut table, mode, "", [ours.alone, peer.alone], library);
        pair(&mut table, mode, " with a client", [ours.with_client, peer.with_client], [0; 2]);
    }
    table
}

fn pair(table: &mut String, mode: &str, what: &str, [ours, peer]: [Cost; 2], library: [u64; 2]) {
    let ratios =
        [ours.wall / peer.wall, ours.cpu / peer.cpu, ratio(ours.megabytes, peer.megabytes)];
    let ratios = ratios.map(|ratio| format!("{ratio:.2}")).join(" | ");
    line(table, &format!("{mode}{what}"), "typelang-telegram", ours, library[0], &ratios);
    line(table, "", "grammers-tl-types", peer, library[1], " | | ");
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
