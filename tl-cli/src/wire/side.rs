//! One of two lists of schemas: files, or a layer that is built in.

use std::path::{Path, PathBuf};

use typelang_parser::Dialect;

use crate::{
    shared::{outcome::Failure, terminal::Terminal},
    wire::schemas::{Loaded, Schemas, built_in, load_one},
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

/// The schema in a file, or those that are built in for a layer.
fn one(
    name: &Path,
    dialect: Option<Dialect>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Schemas>, Failure> {
    if let Some(layer) = layer(name) {
        return built_in_layer(layer).map(Some);
    }
    match load_one(name, dialect)? {
        Loaded::Sound(name, checked) => Schemas::one(name, &checked).map(Some),
        Loaded::Unread(fault) => {
            terminal.error(&fault)?;
            Ok(None)
        }
        Loaded::Faulty(faults, sources) => {
            terminal.report(&faults, &sources)?;
            Ok(None)
        }
    }
}

/// The number of a layer, unless a file has this name.
fn layer(name: &Path) -> Option<u32> {
    name.to_str()?.parse().ok().filter(|_| !name.exists())
}

fn built_in_layer(layer: u32) -> Result<Schemas, Failure> {
    let all = built_in();
    let own = all.names.first().cloned().unwrap_or_default();
    if own == format!("layer {layer}") {
        return Ok(all);
    }
    Err(Failure::Usage(format!("layer {layer} is not built in, but {own} is; name a file instead")))
}
