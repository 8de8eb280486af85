//! Applies docs files to a schema.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    file::{DocsFile, Entry, Place},
    method::{Method, Methods},
};
use crate::{
    nearest::nearest,
    schema::{CombinatorId, Field, Schema, TypeExpr, TypeId},
    syntax::Role,
};

/// How many unmatched names are listed; the rest are counted.
const LIST_LIMIT: usize = 10;

/// The contents of docs files that a schema has no place for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// Who may call each method, and which errors they give.
    pub methods: Methods,
    /// The meaning of each error, by name.
    pub errors: BTreeMap<String, String>,
    /// Docs for names that the schema does not have, one line each.
    pub unmatched: Vec<String>,
}

/// Replaces the docs of items and fields in the schema by those of the docs files, and returns the rest. If
/// several files document the same name, the last one wins.
pub fn apply(schema: &mut Schema, files: &[DocsFile]) -> Applied {
    let mut applied = Applied::default();
    if files.is_empty() {
        return applied;
    }
    let places = Places::new(schema);
    for file in files {
        let mut lines = Vec::new();
        for (name, entry) in &file.entries {
            apply_entry(schema, &places, name, entry, &mut applied.methods, &mut lines);
        }
        let meanings =
            file.errors.iter().map(|(name, said)| (name.clone(), said.text.trim().to_owned()));
        applied.errors.extend(meanings.filter(|(_, text)| !text.is_empty()));
        applied.unmatched.extend(unmatched_lines(schema, &places, &file.name, lines));
    }
    applied
}

fn unmatched_lines(
    schema: &Schema,
    places: &Places,
    file: &str,
    mut found: Vec<Unmatched>,
) -> Vec<String> {
    found.sort();
    let more = found.len().saturating_sub(LIST_LIMIT);
    found.truncate(LIST_LIMIT);
    // Only listed names get a suggestion, since each search reads all names.
    let names = if found.is_empty() { BTreeSet::new() } else { item_names(schema) };
    let line = |Unmatched { at, message, unknown }| {
        let near = match &unknown {
            Unknown::Nothing => None,
            Unknown::Item(name) => nearest(name, names.iter().copied()),
            Unknown::Field { item, name } => {
                nearest(name, field_names(schema, places.combinators(item)).iter().copied())
            }
        };
        format!("{file}:{at}: {message}{}", hint(near))
    };
    let mut lines: Vec<String> = found.into_iter().map(line).collect();
    if more > 0 {
        lines.push(format!("{file}: {more} more names are not in the schema"));
    }
    lines
}

/// Returns the names of types and combinators and their namespaces.
fn item_names(schema: &Schema) -> BTreeSet<&str> {
    let types = schema.types.iter().map(|ty| ty.name.as_str());
    let all = types.chain(schema.combinators.iter().map(|combinator| combinator.name.as_str()));
    all.flat_map(|name| name.match_indices('.').map(|(dot, _)| &name[..dot]).chain([name]))
        .collect()
}

/// The types and combinators with each name.
struct Places(BTreeMap<String, (Vec<TypeId>, Vec<CombinatorId>)>);

impl Places {
    fn new(schema: &Schema) -> Self {
        let mut places: BTreeMap<String, (Vec<TypeId>, Vec<CombinatorId>)> = BTreeMap::new();
        for (id, ty) in schema.types() {
            places.entry(ty.name.clone()).or_default().0.push(id);
        }
        for (id, combinator) in schema.combinators() {
            places.entry(combinator.name.clone()).or_default().1.push(id);
        }
        Self(places)
    }

    fn types(&self, name: &str) -> &[TypeId] {
        self.0.get(name).map_or(&[], |(types, _)| types)
    }

    fn combinators(&self, name: &str) -> &[CombinatorId] {
        self.0.get(name).map_or(&[], |(_, combinators)| combinators)
    }
}

/// An entry, or a field of one, that the schema does not have.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Unmatched {
    at: Place,
    message: String,
    unknown: Unknown,
}

/// An unknown name, for which another one may be suggested.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    /// All names are known.
    Nothing,
    /// The name of an item.
    Item(String),
    /// The name of a field of an item.
    Field { item: String, name: String },
}

fn apply_entry(
    schema: &mut Schema,
    places: &Places,
    name: &str,
    entry: &Entry,
    methods: &mut Methods,
    unmatched: &mut Vec<Unmatched>,
) {
    let text = Some(entry.text.trim()).filter(|text| !text.is_empty());
    let (types, ids) = (places.types(name), places.combinators(name));
    if types.is_empty() && ids.is_empty() {
        let message = format!("nothing in the schema is called `{name}`");
        let unknown = Unknown::Item(name.to_owned());
        unmatched.push(Unmatched { at: entry.place, message, unknown });
        return;
    }
    for id in types {
        let ty = &mut schema.types[id.0 as usize];
        ty.docs = text.map(str::to_owned).or(ty.docs.take());
    }
    for id in ids {
        let combinator = &mut schema.combinators[id.0 as usize];
        combinator.docs = text.map(str::to_owned).or(combinator.docs.take());
        apply_fields(&mut combinator.fields, entry);
    }
    let fields = field_names(schema, ids);
    for (field, said) in entry.fields.iter().filter(|(field, _)| !fields.contains(field.as_str())) {
        let message = format!("`{name}` has no field `{field}`");
        let unknown = Unknown::Field { item: name.to_owned(), name: field.clone() };
        unmatched.push(Unmatched { at: said.place, message, unknown });
    }
    if entry.method != Method::default() {
        if ids.iter().any(|id| schema[*id].role == Role::Function) {
            methods.insert(name.to_owned(), entry.method.clone());
        } else {
            let message = format!("`{name}` is not a method, so it has no callers and no errors");
            unmatched.push(Unmatched { at: entry.place, message, unknown: Unknown::Nothing });
        }
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

/// Returns the names of the fields of combinators, including those of repetitions.
fn field_names<'s>(schema: &'s Schema, combinators: &[CombinatorId]) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for id in combinators {
        add_names(&schema[*id].fields, &mut names);
    }
    names
}

fn add_names<'s>(fields: &'s [Field], names: &mut BTreeSet<&'s str>) {
    for field in fields {
        names.extend(field.name.as_deref());
        if let TypeExpr::Repetition(repetition) = &field.ty {
            add_names(&repetition.fields, names);
        }
    }
}

fn hint(near: Option<&str>) -> String {
    near.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default()
}
