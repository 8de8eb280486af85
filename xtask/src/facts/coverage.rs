//! Measures how much of the schema the docs files in schema/ describe.

use std::{collections::BTreeSet, error::Error, fs, path::Path};

use super::layer::Layer;
use crate::at;

/// Formats a line for people: the items, fields and errors that have a description in our own words.
pub(crate) fn coverage(
    folder: &Path,
    current: &Layer,
    errors: &BTreeSet<&str>,
) -> Result<String, Box<dyn Error>> {
    let read = |file: &str| {
        let path = folder.join(file);
        fs::read_to_string(&path).map_err(at(&path))
    };
    let (api, mtproto, meanings) =
        (read("api-docs.txt")?, read("mtproto-docs.txt")?, read("error-docs.txt")?);
    let names: BTreeSet<_> = headings(&api).collect();
    let methods = names.iter().filter(|name| current.methods.contains(**name)).count();
    let described = names.iter().filter(|name| current.fields.contains_key(**name)).count();
    let fields: usize = current.fields.values().map(BTreeSet::len).sum();
    let known = headings(&meanings).filter_map(|it| it.strip_prefix("error "));
    Ok(format!(
        "own words: {methods} of {} methods, {} of {} constructors, {} types, {} of {fields} fields; \
         {} of {} errors; {} items and {} fields of MTProto",
        current.methods.len(),
        described - methods,
        current.fields.len() - current.methods.len(),
        names.len() - described,
        fields_of(&api),
        known.filter(|name| errors.contains(name)).count(),
        errors.len(),
        headings(&mtproto).count(),
        fields_of(&mtproto),
    ))
}

fn headings(docs: &str) -> impl Iterator<Item = &str> {
    docs.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']'))
}

fn fields_of(docs: &str) -> usize {
    docs.lines().filter(|line| line.starts_with('.')).count()
}
