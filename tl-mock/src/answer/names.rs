//! The names of methods, constructors and types in a script.

use serde_json::Value;

use crate::{answer::random::RandomValues, schema::ValueName};

/// A name in the values of a script that neither the built-in layer nor an added one has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownName<'a> {
    /// The script, counted from 0 in the order in which scripts were given.
    pub script: usize,
    /// The line in the script, counted from 1.
    pub line: usize,
    /// The last layer that the line answers in, if it names one.
    pub last_layer: Option<i32>,
    /// What has no such name.
    pub name: ValueName<'a>,
}

/// A method that a script answers, although no layer has it in which the line answers: neither the built-in layer nor
/// an added one.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownMethod<'a> {
    /// The script, counted from 0 in the order in which scripts were given.
    pub script: usize,
    /// The line in the script, counted from 1.
    pub line: usize,
    /// The last layer that the line answers in, if it names one.
    pub last_layer: Option<i32>,
    /// The method's name.
    pub method: &'a str,
}

/// Returns the names in a value of a line: a response, or a pushed value.
pub(super) fn names(value: &Value) -> Vec<ValueName<'_>> {
    let mut names = Vec::new();
    match RandomValues::read(value) {
        Some(random) => names.push(ValueName::Type(random.ty)),
        None => constructors(value, &mut names),
    }
    names
}

fn constructors<'a>(value: &'a Value, out: &mut Vec<ValueName<'a>>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| constructors(item, out)),
        // The bytes of another layer's value are not read.
        Value::Object(fields) if fields.contains_key("$layer") => {}
        Value::Object(fields) => {
            let name = fields.get("_").and_then(Value::as_str);
            // A placeholder is known only when a client calls.
            out.extend(name.filter(|name| !name.starts_with('$')).map(ValueName::Constructor));
            fields.values().for_each(|value| constructors(value, out));
        }
        _ => {}
    }
}
