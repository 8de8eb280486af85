//! The JSON form in which Telegram publishes its schema.
//!
//! An id is a string that holds a signed decimal number; a type is TL text. The form has no variables in
//! braces, predefined types, documentation or annotations.

use core::fmt;
use std::collections::BTreeSet;

use serde_json::Value;

use crate::{
    schema::{Combinator, Field, Schema},
    syntax::Role,
    text::{Spelling, field_type, type_text},
};

/// Why a JSON text is not a schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The path to the faulty value, such as `methods[3].params[0].type`; empty if the text is not JSON.
    pub path: String,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.path.as_str() {
            "" => f.write_str(&self.message),
            path => write!(f, "{path}: {}", self.message),
        }
    }
}

impl core::error::Error for Malformed {}

/// Writes the schema in Telegram's JSON form, on one line.
#[must_use]
pub fn write(schema: &Schema) -> String {
    let spelling = Spelling::new(schema);
    let of_role = |role| {
        let declared = schema.combinators.iter().filter(|it| it.role == role && !it.builtin);
        declared.map(|it| combinator(&spelling, it)).collect::<Vec<_>>().join(",")
    };
    let constructors = of_role(Role::Constructor);
    let methods = of_role(Role::Function);
    format!("{{\"constructors\":[{constructors}],\"methods\":[{methods}]}}\n")
}

fn combinator(spelling: &Spelling<'_>, it: &Combinator) -> String {
    let role = if it.role == Role::Function { "method" } else { "predicate" };
    // The fields of `vector` are left out, and its type is spelled with a blank.
    let is_vector = is_vector(&it.name);
    let fields = if is_vector { &[][..] } else { &it.fields };
    let params: Vec<String> = fields.iter().map(|field| param(spelling, it, field)).collect();
    let ty = if is_vector { VECTOR.to_owned() } else { type_text(spelling, it, &it.result) };
    let layer = it.layer.map(|layer| format!(",\"layer\":{layer}")).unwrap_or_default();
    format!(
        "{{\"id\":\"{}\",\"{role}\":\"{}\",\"params\":[{}],\"type\":\"{ty}\"{layer}}}",
        it.id.cast_signed(),
        it.name,
        params.join(",")
    )
}

const VECTOR: &str = "Vector t";

fn is_vector(name: &str) -> bool {
    name == "vector"
}

fn param(spelling: &Spelling<'_>, combinator: &Combinator, field: &Field) -> String {
    let ty = field_type(spelling, combinator, field);
    format!("{{\"name\":\"{}\",\"type\":\"{ty}\"}}", field.name.as_deref().unwrap_or_default())
}

/// Converts Telegram's JSON form into TL text, which is then checked like any other.
///
/// `{X:Type}` is inferred from `!X`. An id may be a string or a number, signed or unsigned.
///
/// # Errors
/// Returns an error if the text is not JSON, lacks a required member, or has invalid text for a name or type.
pub fn read(text: &str) -> Result<String, Malformed> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| Malformed { path: String::new(), message: error.to_string() })?;
    let made = |item: &Value| item.get("type")?.as_str().map(str::to_owned);
    let types = array(&value, "constructors", "")?.iter().filter_map(made).collect();
    let mut out = String::new();
    let mut layer = None;
    for (list, role) in [("constructors", Role::Constructor), ("methods", Role::Function)] {
        if role == Role::Function {
            out.push_str("---functions---\n");
        }
        for (at, item) in array(&value, list, "")?.iter().enumerate() {
            let stated = item.get("layer").and_then(Value::as_u64);
            if let Some(layer) = stated.filter(|_| stated != layer) {
                out.extend(["===", &layer.to_string(), "===\n"]);
            }
            layer = stated.or(layer);
            out.push_str(&declaration(item, role, &types, &format!("{list}[{at}]"))?);
            out.push('\n');
        }
    }
    Ok(out)
}

fn wrong<T>(path: &str, message: &str) -> Result<T, Malformed> {
    Err(Malformed { path: path.to_owned(), message: message.to_owned() })
}

fn array<'v>(value: &'v Value, key: &str, path: &str) -> Result<&'v [Value], Malformed> {
    match value.get(key) {
        Some(Value::Array(items)) => Ok(items),
        _ => wrong(&join(path, key), "expected a list"),
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// Reads a string made only of characters that are allowed in names and types.
fn word<'v>(value: &'v Value, key: &str, path: &str, signs: &str) -> Result<&'v str, Malformed> {
    let Some(Value::String(text)) = value.get(key) else {
        return wrong(&join(path, key), "expected a string");
    };
    let is_known = |c: char| c.is_ascii_alphanumeric() || signs.contains(c);
    if text.chars().all(is_known) { Ok(text) } else { wrong(&join(path, key), "not TL") }
}

const IN_NAME: &str = "_.";
const IN_TYPE: &str = "_.#%!?<>,()[]*+: ";

fn declaration(
    item: &Value,
    role: Role,
    types: &BTreeSet<String>,
    path: &str,
) -> Result<String, Malformed> {
    let key = if role == Role::Function { "method" } else { "predicate" };
    let name = word(item, key, path, IN_NAME)?;
    let id = id(item.get("id"), &join(path, "id"))?;
    let result = word(item, "type", path, IN_TYPE)?;
    if is_vector(name) && result == VECTOR {
        return Ok(format!("vector#{id:08x} {{t:Type}} # [ t ] = Vector t;"));
    }
    // `!X` names a variable, but `!Bool` is a call that returns a `Bool`.
    let (mut fields, mut variable) = (String::new(), None);
    for (at, param) in array(item, "params", path)?.iter().enumerate() {
        let path = format!("{path}.params[{at}]");
        let name = word(param, "name", &path, "_")?;
        let ty = word(param, "type", &path, IN_TYPE)?;
        if let Some((_, forwarded)) = ty.split_once('!') {
            variable = variable.or(Some(forwarded).filter(|name| !types.contains(*name)));
        }
        let colon = if name.is_empty() { "" } else { ":" };
        fields.extend([" ", name, colon, ty]);
    }
    let braces = variable.map(|it| format!(" {{{it}:Type}}")).unwrap_or_default();
    Ok(format!("{name}#{id:08x}{braces}{fields} = {result};"))
}

/// Reads an id: a number, or a string that holds one, in 32 bits, signed or unsigned.
fn id(value: Option<&Value>, path: &str) -> Result<u32, Malformed> {
    let number = match value {
        Some(Value::String(text)) => text.parse().ok(),
        Some(Value::Number(number)) => number.as_i64(),
        _ => None,
    };
    let signed = number.and_then(|id| i32::try_from(id).ok()).map(i32::cast_unsigned);
    let found = signed.or_else(|| number.and_then(|id| u32::try_from(id).ok()));
    found.map_or_else(|| wrong(path, "expected a number of 32 bits"), Ok)
}
