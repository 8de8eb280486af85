//! `cargo xtask facts`: which errors methods give, who may call them, and since which layer names exist.

mod callers;
mod electrogram;
mod errors;
mod layer;
mod lines;
mod mtcute;
mod origin;
mod since;
mod telethon;

use std::{collections::BTreeMap, error::Error, fs};

use typelang_codegen::replace_file;

use self::{callers::Callers, errors::Errors, layer::Layer, origin::Origins, since::Since};
use crate::{
    at, root, say,
    sources::{self, Purpose},
};

/// Fetches, restates, and says how much there is.
pub(crate) fn facts() -> Result<(), Box<dyn Error>> {
    let folder = root().join("schema");
    let path = folder.join("SOURCES.md");
    let mut rows = sources::read(&fs::read_to_string(&path).map_err(at(&path))?);
    let api = folder.join("telegram/api.tl");
    let current = Layer::of_tl(&fs::read_to_string(&api).map_err(at(&api))?)?;

    // Nothing is written before everything is there and sound.
    let mut origins = Origins::default();
    let (mut errors, mut callers) = (Errors::default(), Callers::default());
    let mut texts = Vec::new();
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Facts) {
        texts.push((row.file.clone(), row.published.clone(), origins.text(row)?));
    }
    let text = |letter: &str, ending: &str| {
        let found = texts.iter().find(|(of, name, _)| of == letter && name.ends_with(ending));
        found.map(|(_, _, text)| text.as_str()).ok_or(format!("no {ending} in SOURCES.md"))
    };
    mtcute::read(
        text("m", "raw-errors.json")?,
        text("m", "api-schema.json")?,
        &mut errors,
        &mut callers,
    )?;
    telethon::read(text("t", "errors.csv")?, text("t", "methods.csv")?, &mut errors, &mut callers)?;
    for (_, name, text) in texts.iter().filter(|(letter, ..)| letter == "e") {
        electrogram::read(name, text, &mut errors)?;
    }
    let mut layers = BTreeMap::new();
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Layer) {
        let text = origins.text(row)?;
        let number =
            row.layer.ok_or_else(|| format!("SOURCES.md: {} has no layer", row.package))?;
        let layer = Layer::read(&row.published, &text);
        layers.insert(number, layer.map_err(|error| format!("layer {number}: {error}"))?);
    }

    let methods = &current.methods;
    let since = Since::new(&layers, &current);
    for (file, text) in [
        ("errors.tsv", errors.write(methods)),
        ("callers.tsv", callers.write(methods)),
        ("since.tsv", since.write()),
    ] {
        replace_file(&folder.join("telegram").join(file), text.as_bytes())?;
    }
    replace_file(&path, sources::write(&rows).as_bytes())?;
    say(&errors.summary(methods));
    say(&callers.summary(methods));
    say(&since.summary(&current));
    Ok(())
}
