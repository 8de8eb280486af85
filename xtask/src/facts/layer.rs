//! The names in the schema of one layer.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
};

use serde_json::Value;
use typelang_parser::{
    FileId, parse,
    syntax::{Combinator, Equals, Item, Role},
};

/// The contents of a layer.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Layer {
    /// The fields of each constructor and method.
    pub(crate) fields: BTreeMap<String, BTreeSet<String>>,
    pub(crate) methods: BTreeSet<String>,
    pub(crate) types: BTreeSet<String>,
}

impl Layer {
    /// Reads a published schema, in TL or in one of two JSON forms.
    pub(crate) fn read(file: &str, text: &str) -> Result<Self, Box<dyn Error>> {
        if Path::new(file).extension().is_none_or(|ext| ext != "json") {
            return Self::of_tl(text);
        }
        let schema: Value = serde_json::from_str(text)?;
        let layer = if schema["e"].is_array() { of_entries(&schema) } else { of_tables(&schema) };
        layer.checked()
    }

    /// Reads TL. Syntax errors are errors; faults that only the checker reports are ignored.
    pub(crate) fn of_tl(text: &str) -> Result<Self, Box<dyn Error>> {
        let mut layer = Self::default();
        layer.add_all(text)?;
        layer.checked()
    }

    fn add_all(&mut self, text: &str) -> Result<(), Box<dyn Error>> {
        let mut role = Role::Constructor;
        for item in &parse(FileId::default(), text).file.items {
            match item {
                Item::Section(section) => role = section.role,
                Item::Combinator(it) => self.add_tl(text, role, it),
                Item::Invalid(span) => {
                    let line = text[..span.start as usize].matches('\n').count() + 1;
                    return Err(format!("line {line} is not TL").into());
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn add_tl(&mut self, text: &str, role: Role, of: &Combinator<'_>) {
        let names = of.fields.iter().flat_map(|field| &field.names);
        let names = names.map(|name| name.text.to_owned()).collect();
        let result = &text[of.result.span.start as usize..of.result.span.end as usize];
        let is_method = role == Role::Function || of.equals == Equals::Arrow;
        self.add(of.name.text, is_method, names, result);
    }

    fn add(&mut self, name: &str, is_method: bool, fields: BTreeSet<String>, result: &str) {
        self.fields.entry(name.to_owned()).or_default().extend(fields);
        if is_method {
            self.methods.insert(name.to_owned());
        } else {
            let name = result.split([' ', '<']).next().unwrap_or_default();
            self.types.insert(name.to_owned());
        }
    }

    /// A layer has hundreds of names; otherwise the file has an unknown form.
    fn checked(self) -> Result<Self, Box<dyn Error>> {
        if self.methods.len() < 100 || self.types.len() < 100 {
            return Err("the file has fewer names than any layer".into());
        }
        Ok(self)
    }
}

/// `@mtcute/tl`: constructors and methods in one list.
fn of_entries(schema: &Value) -> Layer {
    let mut layer = Layer::default();
    for entry in schema["e"].as_array().into_iter().flatten() {
        add_json(&mut layer, entry, "name", entry["kind"] == "method", "arguments");
    }
    layer
}

/// The form that Telegram publishes: separate lists of constructors and methods.
fn of_tables(schema: &Value) -> Layer {
    let mut layer = Layer::default();
    for (table, key, is_method) in
        [("constructors", "predicate", false), ("methods", "method", true)]
    {
        for entry in schema[table].as_array().into_iter().flatten() {
            add_json(&mut layer, entry, key, is_method, "params");
        }
    }
    layer
}

fn add_json(layer: &mut Layer, entry: &Value, key: &str, is_method: bool, fields: &str) {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let names = entry[fields].as_array().into_iter().flatten().map(|field| text(&field["name"]));
    layer.add(&text(&entry[key]), is_method, names.collect(), &text(&entry["type"]));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(layer: &Layer) -> String {
        format!("{:?} {:?} {:?}", layer.fields, layer.methods, layer.types)
    }

    #[test]
    fn tl_and_both_forms_of_json_give_the_same_names() {
        let tl = "---types---\nuser#1 id:long = User;\nbox#2 {t:Type} = Box t;\n---functions---\n\
                  users.get#3 id:int = Vector<User>;";
        let mut of_tl = Layer::default();
        of_tl.add_all(tl).unwrap();
        let entries = serde_json::json!({"e": [
            {"kind": "class", "name": "user", "type": "User", "arguments": [{"name": "id"}]},
            {"kind": "class", "name": "box", "type": "Box t", "arguments": []},
            {"kind": "method", "name": "users.get", "type": "User", "arguments": [{"name": "id"}]},
        ]});
        let tables = serde_json::json!({
            "constructors": [
                {"predicate": "user", "type": "User", "params": [{"name": "id"}]},
                {"predicate": "box", "type": "Box t", "params": []},
            ],
            "methods": [
                {"method": "users.get", "type": "Vector<User>", "params": [{"name": "id"}]},
            ],
        });
        let wanted =
            r#"{"box": {}, "user": {"id"}, "users.get": {"id"}} {"users.get"} {"Box", "User"}"#;
        assert_eq!(shown(&of_tl), wanted);
        assert_eq!(shown(&of_entries(&entries)), wanted);
        assert_eq!(shown(&of_tables(&tables)), wanted);
    }

    #[test]
    fn what_is_no_schema_is_refused() {
        let fault = Layer::of_tl("one = One;\n2wo = Two;").unwrap_err();
        assert_eq!(fault.to_string(), "line 2 is not TL");
        let fault = Layer::read("a.json", "{}").unwrap_err();
        assert_eq!(fault.to_string(), "the file has fewer names than any layer");
    }
}
