//! Puts what docs files say into a schema.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    file::{DocsFile, Entry, Place},
    method::{Method, Methods},
};
use crate::{
    nearest::nearest,
    schema::{CombinatorId, Field, Schema, TypeExpr},
    syntax::Role,
};

/// More names that the schema does not have are counted, not listed.
const LIST_LIMIT: usize = 10;

/// What docs files say beyond what a schema holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Who may call methods, and which errors they give.
    pub methods: Methods,
    /// What errors mean, by name.
    pub errors: BTreeMap<String, String>,
    /// What the files say something of and the schema does not have, a line each.
    pub unmatched: Vec<String>,
}

/// Replaces the schema's text of items and fields by that of docs files, and returns the rest; of several files the
/// last one's word counts.
pub fn apply(schema: &mut Schema, files: &[DocsFile]) -> Applied {
    let mut applied = Applied::default();
    for file in files {
        let mut lines = Vec::new();
        for (name, entry) in &file.entries {
            apply_entry(schema, name, entry, &mut applied.methods, &mut lines);
        }
        let meanings =
            file.errors.iter().map(|(name, said)| (name.clone(), said.text.trim().to_owned()));
        applied.errors.extend(meanings.filter(|(_, text)| !text.is_empty()));
        applied.unmatched.extend(unmatched_lines(schema, &file.name, lines));
    }
    applied
}

fn unmatched_lines(schema: &Schema, file: &str, mut found: Vec<Unmatched>) -> Vec<String> {
    found.sort();
    let more = found.len().saturating_sub(LIST_LIMIT);
    found.truncate(LIST_LIMIT);
    // Only what is listed gets a suggestion: each search reads all names.
    let names = if found.is_empty() { BTreeSet::new() } else { item_names(schema) };
    let line = |Unmatched { at, message, unknown }| {
        let near = unknown.and_then(|name: String| nearest(&name, names.iter().copied()));
        format!("{file}:{at}: {message}{}", hint(near))
    };
    let mut lines: Vec<String> = found.into_iter().map(line).collect();
    if more > 0 {
        lines.push(format!("{file}: {more} more names are not in the schema"));
    }
    lines
}

/// The names of types, combinators and their namespaces.
fn item_names(schema: &Schema) -> BTreeSet<&str> {
    let types = schema.types.iter().map(|ty| ty.name.as_str());
    let all = types.chain(schema.combinators.iter().map(|combinator| combinator.name.as_str()));
    all.flat_map(|name| name.match_indices('.').map(|(dot, _)| &name[..dot]).chain([name]))
        .collect()
}

/// What a docs file says something of, and the schema does not have.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Unmatched {
    at: Place,
    message: String,
    /// A name that nothing has.
    unknown: Option<String>,
}

fn apply_entry(
    schema: &mut Schema,
    name: &str,
    entry: &Entry,
    methods: &mut Methods,
    unmatched: &mut Vec<Unmatched>,
) {
    let text = Some(entry.text.trim()).filter(|text| !text.is_empty());
    let ids: Vec<CombinatorId> =
        schema.combinators().filter(|(_, one)| one.name == name).map(|(id, _)| id).collect();
    let (mut is_known, mut fields) = (!ids.is_empty(), BTreeSet::new());
    for ty in schema.types.iter_mut().filter(|ty| ty.name == name) {
        is_known = true;
        ty.docs = text.map(str::to_owned).or(ty.docs.take());
    }
    for id in &ids {
        let combinator = &mut schema.combinators[id.0 as usize];
        combinator.docs = text.map(str::to_owned).or(combinator.docs.take());
        apply_fields(&mut combinator.fields, entry, &mut fields);
    }
    if !is_known {
        let message = format!("nothing in the schema is called `{name}`");
        unmatched.push(Unmatched { at: entry.place, message, unknown: Some(name.to_owned()) });
        return;
    }
    for (field, said) in entry.fields.iter().filter(|(field, _)| !fields.contains(*field)) {
        let hint = hint(nearest(field, fields.iter().map(String::as_str)));
        let message = format!("`{name}` has no field `{field}`{hint}");
        unmatched.push(Unmatched { at: said.place, message, unknown: None });
    }
    if entry.method != Method::default() {
        if ids.iter().any(|id| schema[*id].role == Role::Function) {
            methods.insert(name.to_owned(), entry.method.clone());
        } else {
            let message = format!("`{name}` is no method, so nobody calls it and it has no errors");
            unmatched.push(Unmatched { at: entry.place, message, unknown: None });
        }
    }
}

/// Puts what an entry says to fields, those in repetitions too, and notes their names.
fn apply_fields(fields: &mut [Field], entry: &Entry, names: &mut BTreeSet<String>) {
    for field in fields {
        if let Some(name) = &field.name {
            let said = entry.fields.get(name);
            field.docs = said.map(|said| said.text.trim().to_owned()).or(field.docs.take());
            names.insert(name.clone());
        }
        if let TypeExpr::Repetition(repetition) = &mut field.ty {
            apply_fields(&mut repetition.fields, entry, names);
        }
    }
}

fn hint(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
