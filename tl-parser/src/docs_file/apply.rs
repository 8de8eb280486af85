//! Puts what docs files say into schemas.

use std::collections::BTreeMap;

use super::{
    file::{DocsFile, Entry},
    method::{Method, Methods},
    places::Places,
    unmatched::{unmatched, unmatched_lines},
};
use crate::{
    schema::{CombinatorId, Field, Schema, TypeExpr},
    syntax::Role,
};

/// What docs files say beyond what a schema holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Who may call each method, and which errors they give.
    pub methods: Methods,
    /// The meaning of each error, by name.
    pub errors: BTreeMap<String, String>,
    /// Docs for names that the schema does not have, one line each.
    pub unmatched: Vec<String>,
}

/// Replaces the schema's text of items and fields by that of docs files, and returns the rest; of several files the
/// last one's word counts.
pub fn apply(schema: &mut Schema, files: &[DocsFile]) -> Applied {
    apply_to_all([schema], files).pop().unwrap_or_default()
}

/// The same for several schemas: each takes the text of its own items. [`Applied::unmatched`] of the first lists the
/// names that no schema has.
pub fn apply_to_all<'s>(
    schemas: impl IntoIterator<Item = &'s mut Schema>,
    files: &[DocsFile],
) -> Vec<Applied> {
    if files.is_empty() {
        return schemas.into_iter().map(|_| Applied::default()).collect();
    }
    let mut parts: Vec<Part<'_>> = schemas.into_iter().map(Part::new).collect();
    let mut lines = Vec::new();
    for file in files {
        let mut found = Vec::new();
        for (name, entry) in &file.entries {
            for part in &mut parts {
                part.apply(name, entry);
            }
            found.extend(unmatched(&parts, name, entry));
        }
        for part in &mut parts {
            part.add_meanings(file);
        }
        lines.extend(unmatched_lines(&parts, &file.name, found));
    }
    let mut all: Vec<Applied> = parts.into_iter().map(|part| part.applied).collect();
    if let Some(first) = all.first_mut() {
        first.unmatched = lines;
    }
    all
}

/// One of the schemas.
pub(super) struct Part<'s> {
    pub(super) schema: &'s mut Schema,
    pub(super) places: Places,
    applied: Applied,
}

impl<'s> Part<'s> {
    fn new(schema: &'s mut Schema) -> Self {
        Self { places: Places::new(schema), schema, applied: Applied::default() }
    }

    /// Whether the schema has a method of this name.
    pub(super) fn has_method(&self, name: &str) -> bool {
        let is_method = |id: &CombinatorId| self.schema[*id].role == Role::Function;
        self.places.combinators(name).iter().any(is_method)
    }

    fn apply(&mut self, name: &str, entry: &Entry) {
        let text = Some(entry.text.trim()).filter(|text| !text.is_empty());
        for id in self.places.types(name) {
            let ty = &mut self.schema.types[id.0 as usize];
            ty.docs = text.map(str::to_owned).or(ty.docs.take());
        }
        for id in self.places.combinators(name) {
            let combinator = &mut self.schema.combinators[id.0 as usize];
            combinator.docs = text.map(str::to_owned).or(combinator.docs.take());
            apply_fields(&mut combinator.fields, entry);
        }
        if entry.method != Method::default() && self.has_method(name) {
            self.applied.methods.insert(name.to_owned(), entry.method.clone());
        }
    }

    fn add_meanings(&mut self, file: &DocsFile) {
        let meanings = file.errors.iter();
        let meanings = meanings.map(|(name, said)| (name.clone(), said.text.trim().to_owned()));
        self.applied.errors.extend(meanings.filter(|(_, text)| !text.is_empty()));
    }
}

/// Sets the docs of fields, including those of repetitions.
fn apply_fields(fields: &mut [Field], entry: &Entry) {
    for field in fields {
        if let Some(name) = &field.name {
            let said = entry.fields.get(name);
            field.docs = said.map(|said| said.text.trim().to_owned()).or(field.docs.take());
        }
        if let TypeExpr::Repetition(repetition) = &mut field.ty {
            apply_fields(&mut repetition.fields, entry);
        }
    }
}
