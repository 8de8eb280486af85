//! One of the two schemas.

use std::path::Path;

use typelang_parser::{Dialect, Options, Schema, Sources, check};
use typelang_runtime::reflect;

use crate::{
    shared::{
        format::{Format, format_of, to_tl},
        input::read_bytes,
        layer,
        outcome::Failure,
        terminal::Terminal,
    },
    wire::{schemas::Schemas, side},
};

/// A schema that was read.
#[derive(Debug)]
pub(crate) struct Input {
    /// What it is called: `layer 229`, or its file.
    pub(crate) name: String,
    pub(crate) sources: Sources,
    pub(crate) schema: Schema,
    /// `None` if it has faults.
    pub(crate) compiled: Option<reflect::Schema>,
}

/// Reads a schema and reports its faults; `None` when it is no TL at all.
pub(crate) fn input(
    path: &Path,
    dialect: Option<Dialect>,
    terminal: &mut Terminal<'_>,
) -> Result<Option<Input>, Failure> {
    let number = side::layer(path).map(layer::path);
    let path = number.as_deref().unwrap_or(path);
    let (name, bytes) = read_bytes(path)?;
    let form = format_of(path, &bytes);
    let text = match to_tl(form, bytes, dialect) {
        Ok(text) => text,
        Err(fault) => {
            terminal.error(&format!("{name}: {fault}"))?;
            return Ok(None);
        }
    };
    let mut sources = Sources::new();
    sources.add(if form == Format::Tl { name.clone() } else { format!("{name} (as TL)") }, text);
    let checked = check(&sources, &Options { dialect, ..Options::default() });
    let compiled = if checked.has_errors() {
        terminal.report(&checked.diagnostics, &sources)?;
        None
    } else {
        Schemas::one(name.clone(), &checked.schema)?.all.pop()
    };
    Ok(Some(Input { name, sources, schema: checked.schema, compiled }))
}
