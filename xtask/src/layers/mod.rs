//! `cargo xtask layers`: the archive of all layers that published packages carry.

mod archive;
mod declared;
mod mtcute;
mod order;
mod settle;

use std::{collections::BTreeMap, error::Error, fs};

use typelang_codegen::replace_file;

use self::declared::Declared;
use crate::{
    at,
    origin::Origins,
    root, say,
    sources::{self, Purpose, Row},
};

/// The declarations of each layer, by number.
type Layers = BTreeMap<u32, Vec<Declared>>;

/// Fetches the layers, writes the archive, and prints a summary.
pub(crate) fn layers() -> Result<(), Box<dyn Error>> {
    let sources = root().join("schema/SOURCES.md");
    let mut rows = sources::read(&fs::read_to_string(&sources).map_err(at(&sources))?);
    // Files are written only after everything has been fetched and checked.
    let mut layers = read(&mut rows)?;
    settle::settle(&mut layers);
    let archive = archive::Archive::new(&layers);
    let folder = root().join("layers");
    replace_file(folder.join("layers.zlib"), &archive.packed())?;
    replace_file(folder.join("numbers.in"), archive.numbers().as_bytes())?;
    replace_file(&sources, sources::write(&rows).as_bytes())?;
    say(&archive.summary());
    Ok(())
}

fn read(rows: &mut [Row]) -> Result<Layers, Box<dyn Error>> {
    let (mut origins, mut layers) = (Origins::default(), Layers::new());
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Layer) {
        let text = origins.text(row)?;
        let number =
            row.layer.ok_or_else(|| format!("SOURCES.md: {} has no layer", row.package))?;
        let read = declared::declared(&row.published, &text);
        let all = read.map_err(|error| format!("layer {number}: {error}"))?;
        layers.insert(number, declared::with_language(all)?);
    }
    Ok(layers)
}
