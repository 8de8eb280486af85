//! One of two lists of schemas: files or layers.

use std::path::{Path, PathBuf};

use typelang_parser::Dialect;

use crate::{
    shared::{layer::layer_of, outcome::Failure, terminal::Terminal},
    wire::schemas::{Loaded, Schemas, built_in, load_one, of_layer},
};

/// Reads the schemas with these names; `None` when that has been reported as impossible.
pub(crate) fn side(
    names: &[PathBuf],
    dialect: Option<Dialect>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Schemas>, Failure> {
    let mut side: Option<Schemas> = None;
    for name in names {
        let Some(next) = one(name, dialect, terminal)? else { return Ok(None) };
        match &mut side {
            Some(side) => side.extend(next),
            None => side = Some(next),
        }
    }
    Ok(Some(side.unwrap_or_else(built_in)))
}

/// The schema in a file, or those of a layer.
fn one(
    name: &Path,
    dialect: Option<Dialect>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Schemas>, Failure> {
    if let Some(layer) = layer(name) {
        return of_layer(layer).map(Some);
    }
    match load_one(name, dialect)? {
        Loaded::Sound(name, checked) => Schemas::one(name, &checked).map(Some),
        Loaded::Faulty(faults, sources) => {
            terminal.report(&faults, &sources)?;
            Ok(None)
        }
    }
}

/// The number of a layer, unless a file has this name: `224`, or `layer:224` as elsewhere.
pub(crate) fn layer(name: &Path) -> Option<u32> {
    let number = || name.to_str()?.parse().ok().filter(|_| !name.exists());
    layer_of(name).or_else(number)
}
