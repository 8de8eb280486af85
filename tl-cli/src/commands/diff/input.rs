//! One of the two schemas.

use std::path::Path;

use typelang_parser::{Dialect, Options, Schema, Sources, check};
use typelang_runtime::reflect;

use crate::{
    shared::{input::SchemaText, layer, outcome::Failure, terminal::Terminal},
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
    let read = SchemaText::read(path, None, dialect)?;
    let mut sources = Sources::new();
    read.add_to(&mut sources);
    let name = read.name;
    let checked = check(&sources, &Options { dialect, ..Options::default() });
    let compiled = if checked.has_errors() {
        terminal.report(&checked.diagnostics, &sources)?;
        None
    } else {
        Schemas::one(name.clone(), &checked.schema)?.all.pop()
    };
    Ok(Some(Input { name, sources, schema: checked.schema, compiled }))
}
