//! `cargo xtask facts`: the errors and callers of methods, and the first layers of names.

mod callers;
mod coverage;
mod electrogram;
mod errors;
mod layer;
mod lines;
mod mtcute;
mod since;
mod telethon;

use std::{collections::BTreeMap, error::Error, fs};

use typelang_codegen::replace_file;

use self::{callers::Callers, coverage::coverage, errors::Errors, layer::Layer, since::Since};
use crate::{
    at,
    origin::Origins,
    root, say,
    sources::{self, Purpose, Row},
};

/// Fetches the sources, writes the files, and prints a summary.
pub(crate) fn facts() -> Result<(), Box<dyn Error>> {
    let folder = root().join("schema");
    let path = folder.join("SOURCES.md");
    let mut rows = sources::read(&fs::read_to_string(&path).map_err(at(&path))?);
    let api = folder.join("telegram/api.tl");
    let current = Layer::of_tl(&fs::read_to_string(&api).map_err(at(&api))?)?;

    // Files are written only after everything has been fetched and checked.
    let mut origins = Origins::default();
    let (errors, callers) = of_methods(&mut rows, &mut origins)?;
    let since = Since::new(&layers(&mut rows, &mut origins)?, &current);
    for (file, text) in [
        ("telegram/errors.tsv", errors.write(&current.methods)),
        ("telegram/callers.tsv", callers.write(&current.methods)),
        ("telegram/since.tsv", since.write()),
        ("SOURCES.md", sources::write(&rows)),
    ] {
        replace_file(folder.join(file), text.as_bytes())?;
    }
    say(&errors.summary(&current.methods));
    say(&callers.summary(&current.methods));
    say(&since.summary(&current));
    say(&coverage(&folder.join("telegram"), &current, &errors.names(&current.methods))?);
    Ok(())
}

/// Collects the facts about methods.
fn of_methods(
    rows: &mut [Row],
    origins: &mut Origins,
) -> Result<(Errors, Callers), Box<dyn Error>> {
    let mut texts = BTreeMap::new();
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Facts) {
        let file = row.published.rsplit('/').next().unwrap_or_default().to_owned();
        let text = origins.text(row)?;
        texts.insert((row.file.clone(), file), text);
    }
    let text = |letter: &str, file: &str| {
        let found = texts.get(&(letter.to_owned(), file.to_owned())).map(String::as_str);
        found.ok_or_else(|| format!("SOURCES.md: {letter} has no {file}"))
    };
    let (mut errors, mut callers) = (Errors::default(), Callers::default());
    let (raw, schema) = (text("m", "raw-errors.json")?, text("m", "api-schema.json")?);
    mtcute::read(raw, schema, &mut errors, &mut callers)?;
    let (codes, methods) = (text("t", "errors.csv")?, text("t", "methods.csv")?);
    telethon::read(codes, methods, &mut errors, &mut callers)?;
    for ((_, file), text) in texts.iter().filter(|((letter, _), _)| letter == "e") {
        electrogram::read(file, text, &mut errors)?;
    }
    Ok((errors, callers))
}

/// Fetches the available layers, by number.
fn layers(rows: &mut [Row], origins: &mut Origins) -> Result<BTreeMap<u32, Layer>, Box<dyn Error>> {
    let mut layers = BTreeMap::new();
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Layer) {
        let text = origins.text(row)?;
        let number =
            row.layer.ok_or_else(|| format!("SOURCES.md: {} has no layer", row.package))?;
        let layer = Layer::read(&row.published, &text);
        layers.insert(number, layer.map_err(|error| format!("layer {number}: {error}"))?);
    }
    Ok(layers)
}
