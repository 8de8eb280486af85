//! Tests every vector in both directions: from its value to its bytes, and back.

use std::fmt::Write;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use typelang_runtime::{
    Options, Strictness,
    reflect::{
        Combinator, Random, Role, Root, Schema,
        json::{Fills, Form, JsonWriter, Style, Words, encode, encode_text},
        walk,
    },
};
use typelang_vectors::{Vectors, telegram, ton};

/// Strict where a `#` has no bits without a field.
fn options(form: Form) -> Options {
    let is_strict = form.words != Words::Always;
    let strictness = if is_strict { Strictness::Strict } else { Strictness::Lenient };
    Options::DEFAULT.strictness(strictness)
}

fn decode(schemas: &[Schema], root: Root<'_>, bytes: &[u8], form: Form) -> Result<String, String> {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    match walk(schemas, root, bytes, &options(form), &mut writer) {
        Ok(_) => Ok(json),
        Err(ended) => Err(ended.to_string()),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Returns the combinator of a row, by its id, since two schemas may share a name.
fn root<'s>(schemas: &'s [Schema], row: &Value) -> Root<'s> {
    let id = u32::from_str_radix(row["id"].as_str().unwrap_or_default(), 16).unwrap_or_default();
    let is_call = row["k"] == "f" || row["kind"] == "function";
    let find = |schema: &'s Schema| {
        let found = if is_call { schema.function(id) } else { schema.constructor(id) };
        Some(Root::Boxed(schema, found?))
    };
    schemas.iter().find_map(find).expect("a row is of one of the schemas")
}

/// Expands the placeholders in a value to bytes.
fn filled(value: &Value) -> Value {
    match value {
        Value::Object(map) => match map.get("$fill").and_then(Value::as_u64) {
            Some(count) => {
                let byte = |at: u64| u8::try_from((at * 31 + 7) % 256).expect("less than 256");
                json!(hex(&(0..count).map(byte).collect::<Vec<_>>()))
            }
            None => map.iter().map(|(key, value)| (key.clone(), filled(value))).collect(),
        },
        Value::Array(items) => items.iter().map(filled).collect(),
        _ => value.clone(),
    }
}

fn encodes(vectors: &Vectors, root: Root<'_>, row: &Value) -> Result<Vec<u8>, String> {
    let bytes = encode(&vectors.schemas, root, &row["value"], vectors.form);
    let bytes = bytes.map_err(|refusal| refusal.to_string())?;
    let same = match row["hex"].as_str() {
        Some(expected) => hex(&bytes) == expected,
        None => {
            hex(&Sha256::digest(&bytes)) == row["sha256"]
                && hex(&bytes[..32]) == row["hex_head"]
                && hex(&bytes[bytes.len() - 16..]) == row["hex_tail"]
        }
    };
    if same { Ok(bytes) } else { Err(format!("other bytes: {}", hex(&bytes))) }
}

fn check(vectors: &Vectors, row: &Value) -> Result<(), String> {
    for root in [root(&vectors.schemas, row), Root::Any] {
        let bytes = encodes(vectors, root, row)?;
        let json = decode(&vectors.schemas, root, &bytes, vectors.form)?;
        let value: Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        if value != filled(&row["value"]) {
            return Err(format!("another value: {json}"));
        }
    }
    Ok(())
}

fn check_all(vectors: &Vectors, rows: usize) {
    assert_eq!(vectors.rows.len(), rows);
    let fault = |row: &Value| Some(format!("{}: {}", row["name"], check(vectors, row).err()?));
    let faults: Vec<String> = vectors.rows.iter().filter_map(fault).collect();
    let shown: Vec<&str> = faults.iter().take(20).map(String::as_str).collect();
    assert!(faults.is_empty(), "{} of {rows} rows:\n{}", faults.len(), shown.join("\n"));
}

#[test]
fn telegrams_vectors_go_both_ways() {
    check_all(&telegram(), 2524 + 84);
}

#[test]
fn tons_vectors_go_both_ways() {
    for (vectors, rows) in ton().iter().zip([658, 88, 219]) {
        check_all(vectors, rows);
    }
}

/// Whether a fault is that TDLib's JSON does not have a number.
fn is_no_number(fault: &str) -> bool {
    ["is not a JSON number", "is not an `int53`"].iter().any(|said| fault.contains(said))
}

/// Random values become JSON and the same bytes again, in every form.
fn there_and_back(schemas: &[Schema], rounds: u64) {
    let forms = [
        Form { fills: Fills::Taken, ..Form::default() },
        Form { words: Words::Always, fills: Fills::Taken, ..Form::default() },
        Form { style: Style::Tdlib, words: Words::Data, fills: Fills::Taken, ..Form::default() },
    ];
    let mut random = Random::new(schemas, 2).depth(3).size(1024);
    let with_values = |it: &&Combinator| it.role() == Role::Function || it.params() == 0;
    for schema in schemas {
        for combinator in schema.combinators().filter(with_values) {
            let root = Root::Boxed(schema, combinator);
            for round in 0..rounds {
                let form = forms[usize::try_from(round).unwrap_or_default() % forms.len()];
                let Some(bytes) = random.bytes(root) else { continue };
                let json = match decode(schemas, root, &bytes, form) {
                    // TDLib's JSON does not have all numbers.
                    Err(fault) if form.style == Style::Tdlib && is_no_number(&fault) => {
                        continue;
                    }
                    json => json.expect("random values can be walked"),
                };
                let again = encode_text(schemas, root, &json, form);
                assert_eq!(again.as_deref(), Ok(&*bytes), "{json}");
            }
        }
    }
}

#[test]
fn telegrams_random_values_come_back() {
    there_and_back(&telegram().schemas, 3);
}

#[test]
fn tons_random_values_come_back() {
    for vectors in &ton() {
        there_and_back(&vectors.schemas, 6);
    }
}
