//! Docs that stand beside a schema, in a file of their own; `docs/docs-file.md` has the format.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Schema, nearest,
    schema::{CombinatorId, Field, TypeExpr, TypeId},
    syntax::Role,
};

use super::method::{Caller, Method, MethodError, Methods};
use crate::item_names::item_names;

/// More names that the schema does not have are counted, not listed.
const LIST_LIMIT: usize = 10;

/// A docs file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct DocsFile {
    name: String,
    entries: BTreeMap<String, Entry>,
}

/// What is said under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Entry {
    line: usize,
    text: String,
    fields: BTreeMap<String, Said>,
    method: Method,
}

/// What is said of a field, and on which line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Said {
    line: usize,
    text: String,
}

/// Reads a docs file; faults are its lines with what is wrong on each.
pub(crate) fn parse(name: &str, text: &str) -> Result<DocsFile, Vec<String>> {
    let mut parser = Parser { entries: BTreeMap::new(), heading: None, place: Place::Item };
    let mut faults = Vec::new();
    for (at, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
        if let Err(fault) = parser.line(at, line) {
            faults.push(format!("{name}:{at}: {fault}"));
        }
    }
    if faults.is_empty() {
        Ok(DocsFile { name: name.to_owned(), entries: parser.entries })
    } else {
        Err(faults)
    }
}

/// Where text belongs to.
enum Place {
    Item,
    Field(String),
    Error,
}

struct Parser {
    entries: BTreeMap<String, Entry>,
    heading: Option<String>,
    place: Place,
}

impl Parser {
    fn line(&mut self, at: usize, line: &str) -> Result<(), String> {
        let rest = line.get(1..).unwrap_or_default();
        match line.chars().next() {
            Some('#') => Ok(()),
            Some('[') => self.heading(at, rest),
            Some('.') => self.field(at, rest),
            Some('@') => self.tag(rest),
            _ => self.text(line.trim()),
        }
    }

    fn entry(&mut self) -> Result<&mut Entry, String> {
        let entry = self.heading.as_ref().and_then(|heading| self.entries.get_mut(heading));
        entry.ok_or_else(|| "write a heading such as `[messages.sendMessage]` first".to_owned())
    }

    fn heading(&mut self, at: usize, rest: &str) -> Result<(), String> {
        let name = rest.trim_end().strip_suffix(']').map(str::trim).filter(|name| is_name(name));
        let name = name.ok_or("write a TL name between brackets, such as `[messages.sendMessage]`; text that begins so needs a blank before it")?;
        (self.heading, self.place) = (Some(name.to_owned()), Place::Item);
        if let Some(first) = self.entries.get(name) {
            return Err(format!("line {} has the heading `[{name}]` already", first.line));
        }
        self.entries.insert(name.to_owned(), Entry { line: at, ..Entry::default() });
        Ok(())
    }

    fn field(&mut self, at: usize, rest: &str) -> Result<(), String> {
        let (name, text) = first_word(rest);
        if !is_name(name) || name.contains('.') {
            return Err("write a field's name behind the full stop; text that begins so needs a blank before it".to_owned());
        }
        let said = Said { line: at, text: text.to_owned() };
        let known = self.entry()?.fields.insert(name.to_owned(), said);
        self.place = Place::Field(name.to_owned());
        match known {
            Some(first) => Err(format!("line {} tells of `.{name}` already", first.line)),
            None => Ok(()),
        }
    }

    fn tag(&mut self, rest: &str) -> Result<(), String> {
        let (tag, text) = first_word(rest);
        match tag {
            "callers" => {
                for word in text.split([' ', ',', '\t']).filter(|word| !word.is_empty()) {
                    let caller = Caller::named(word)
                        .ok_or_else(|| format!("`{word}` is neither `users` nor `bots`"))?;
                    self.entry()?.method.callers.insert(caller);
                }
                self.place = Place::Item;
                Ok(())
            }
            "error" => {
                let (code, rest) = first_word(text);
                let (name, text) = first_word(rest);
                let wanted = "write a code and a name behind it: `@error 400 PEER_ID_INVALID`";
                let code: i32 = code.parse().map_err(|_| wanted.to_owned())?;
                if name.is_empty() {
                    return Err(wanted.to_owned());
                }
                let (name, text) = (name.to_owned(), text.to_owned());
                self.entry()?.method.errors.push(MethodError { code, name, text });
                self.place = Place::Error;
                Ok(())
            }
            _ => Err(format!(
                "`@{tag}` is neither `@callers` nor `@error`; text that begins so needs a blank before it"
            )),
        }
    }

    /// Adds a line to what stands before it.
    fn text(&mut self, line: &str) -> Result<(), String> {
        if line.is_empty() && self.heading.is_none() {
            return Ok(());
        }
        let place = core::mem::replace(&mut self.place, Place::Item);
        let entry = self.entry()?;
        let text = match &place {
            Place::Item => Some(&mut entry.text),
            Place::Field(name) => entry.fields.get_mut(name).map(|said| &mut said.text),
            Place::Error => entry.method.errors.last_mut().map(|error| &mut error.text),
        };
        if let Some(text) = text {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(line);
        }
        self.place = place;
        Ok(())
    }
}

/// The first word, and what is behind it without the blanks between.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    (&text[..end], text[end..].trim_start())
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '.'))
}

/// Puts what docs files say in place of what the schema says, the last file's word last, and tells of what there is nothing
/// of in the schema.
pub(crate) fn apply(schema: &mut Schema, files: &[DocsFile]) -> (Methods, Vec<String>) {
    let (mut methods, mut unmatched) = (Methods::new(), Vec::new());
    if files.is_empty() {
        return (methods, unmatched);
    }
    let places = Places::new(schema);
    for file in files {
        let mut lines = Vec::new();
        for (name, entry) in &file.entries {
            apply_entry(schema, &places, name, entry, &mut methods, &mut lines);
        }
        lines.sort();
        let more = lines.len().saturating_sub(LIST_LIMIT);
        lines.truncate(LIST_LIMIT);
        // Only what is listed gets a suggestion: each search reads all names.
        let names = if lines.is_empty() { BTreeSet::new() } else { item_names(schema) };
        unmatched.extend(lines.into_iter().map(|Unmatched { at, message, unknown }| {
            let fields = match &unknown {
                Unknown::Field { item, .. } => field_names(schema, places.combinators(item)),
                Unknown::Item(_) | Unknown::Nothing => BTreeSet::new(),
            };
            let near = match &unknown {
                Unknown::Nothing => None,
                Unknown::Item(name) => nearest(name, names.iter().map(String::as_str)),
                Unknown::Field { name, .. } => nearest(name, fields.iter().copied()),
            };
            format!("{}:{at}: {message}{}", file.name, hint(near))
        }));
        if more > 0 {
            unmatched.push(format!("{}: {more} more names are not in the schema", file.name));
        }
    }
    (methods, unmatched)
}

/// Where in a schema each name is: types, and combinators.
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

/// What a docs file says something of, and the schema does not have.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Unmatched {
    /// The line.
    at: usize,
    message: String,
    unknown: Unknown,
}

/// A name that nothing has, which may be meant for another.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    /// There is none.
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
        unmatched.push(Unmatched { at: entry.line, message, unknown });
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
        unmatched.push(Unmatched { at: said.line, message, unknown });
    }
    if entry.method != Method::default() {
        if ids.iter().any(|id| schema[*id].role == Role::Function) {
            methods.insert(name.to_owned(), entry.method.clone());
        } else {
            let message = format!("`{name}` is no method, so nobody calls it and it has no errors");
            unmatched.push(Unmatched { at: entry.line, message, unknown: Unknown::Nothing });
        }
    }
}

/// Puts what an entry says to fields, those in repetitions too.
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

/// What the fields of combinators are called, those in repetitions too.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_text_fields_callers_and_errors() {
        let text = "# Comment.\n\n[a.b]\nFirst.\n\n Second, [indented].\n.x One\n  more\n@callers users, bots\n\
                    @error 400 X_INVALID Not an x.\n[C]\n";
        let file = parse("docs", text).unwrap();
        let entry = &file.entries["a.b"];
        assert_eq!(entry.text, "First.\n\nSecond, [indented].");
        assert_eq!(entry.fields["x"], Said { line: 7, text: "One\nmore".to_owned() });
        assert_eq!(entry.method.callers.len(), 2);
        let (name, text) = ("X_INVALID".to_owned(), "Not an x.".to_owned());
        assert_eq!(entry.method.errors, [MethodError { code: 400, name, text }]);
        assert!(file.entries.contains_key("C"));
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let text = "text\n[a b]\n[a]\n[a]\n.x\n.x\n. \n@who\n@callers me\n@error E\n@error 400\n";
        let faults = parse("docs", text).unwrap_err();
        let lines: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').nth(1)).collect();
        assert_eq!(lines, ["1", "2", "4", "6", "7", "8", "9", "10", "11"], "{faults:#?}");
    }
}
