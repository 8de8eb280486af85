//! Plain values for numbers and texts, by the names of the fields that hold them.

use typelang_parser::schema::Builtin;

use super::value::Value;

/// A date in examples: 2026-01-01.
const DATE: i64 = 1_767_225_600;

/// Texts by what a field's name contains; the first match counts.
const TEXTS: [(&str, &str); 27] = [
    ("phone", "+15550100"),
    ("url", "https://example.org"),
    ("lang_pack", ""),
    ("lang", "en"),
    ("device_model", "Desktop"),
    ("version", "1.0"),
    ("first_name", "Ada"),
    ("last_name", "Lovelace"),
    ("username", "durov"),
    ("file_name", "notes.txt"),
    ("mime", "text/plain"),
    ("emoticon", "\u{1f44d}"),
    ("emoji", "\u{1f44d}"),
    ("currency", "EUR"),
    ("country", "FR"),
    ("email", "ada@example.org"),
    ("address", "192.0.2.1"),
    ("title", "Notes"),
    ("about", "Notes on engines"),
    ("description", "Notes on engines"),
    ("message", "Hello"),
    ("text", "Hello"),
    ("caption", "Hello"),
    ("query", "notes"),
    ("hash", "d41d8cd98f00b204"),
    ("code", "12345"),
    ("slug", "notes"),
];

/// Numbers by what a field's name contains; the first match counts.
const NUMBERS: [(&str, i64); 16] = [
    ("access_hash", 1_234_567_890),
    ("offset", 0),
    ("hash", 0),
    ("min_id", 0),
    ("max_id", 0),
    ("add_", 0),
    ("limit", 100),
    ("count", 10),
    ("date", DATE),
    ("expires", DATE),
    ("port", 443),
    ("dc_id", 2),
    ("random_id", 42),
    ("user_id", 1001),
    ("layer", 1),
    ("part", 0),
];

/// A value of a predefined type without parts; `None` for the others.
pub(super) fn sample(builtin: Builtin, field: &str, layer: Option<u32>) -> Option<Value> {
    let value = match builtin {
        Builtin::Int | Builtin::Int32 | Builtin::Long | Builtin::Int53 | Builtin::Int64 => {
            Value::Int(number(field, layer), builtin)
        }
        Builtin::Double | Builtin::Float => Value::Double(double(field)),
        Builtin::Int128 => Value::Bytes((0..16).collect()),
        Builtin::Int256 => Value::Bytes((0..32).collect()),
        Builtin::Int512 => Value::Bytes((0..64).collect()),
        Builtin::String | Builtin::SecureString => Value::Text(text(field).to_owned()),
        Builtin::Bytes | Builtin::SecureBytes => Value::Bytes(vec![1, 2, 3, 4]),
        Builtin::True => Value::True,
        Builtin::Bool => Value::Bool(true),
        Builtin::Vector | Builtin::Object | Builtin::Function => return None,
    };
    Some(value)
}

fn number(field: &str, layer: Option<u32>) -> i64 {
    match (field, layer) {
        ("layer", Some(layer)) => layer.into(),
        _ => by_name(&NUMBERS, field).unwrap_or(1),
    }
}

fn double(field: &str) -> f64 {
    match field {
        "lat" => 48.8584,
        "long" => 2.2945,
        _ => 1.5,
    }
}

fn text(field: &str) -> &'static str {
    by_name(&TEXTS, field).unwrap_or("text")
}

fn by_name<T: Copy>(table: &[(&str, T)], field: &str) -> Option<T> {
    table.iter().find(|(part, _)| field.contains(part)).map(|(_, value)| *value)
}
