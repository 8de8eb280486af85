//! The compiled schemas of the vectors, and the rows.

use serde_json::Value;
use typelang_parser::{Dialect, Options, Sources, check, tlo};
use typelang_runtime::reflect::{
    Schema,
    json::{Fills, Form, Words},
};

/// The vectors of some schemas.
#[derive(Debug)]
pub struct Vectors {
    /// The schemas; the first that knows a name decides.
    pub schemas: Vec<Schema>,
    /// The JSON form of their values.
    pub form: Form,
    /// The rows: a combinator, a value, its bytes in hex.
    pub rows: Vec<Value>,
}

/// Layer 229 and `MTProto`.
#[must_use]
pub fn telegram() -> Vectors {
    let schemas = vec![
        compile(Dialect::Telegram, include_str!("../../schema/telegram/api-229.tl")),
        compile(Dialect::Telegram, include_str!("../../schema/telegram/mtproto.tl")),
    ];
    let rows = [
        include_str!("../layer229/vectors/telegram-229.jsonl"),
        include_str!("../layer229/vectors/hand.jsonl"),
        include_str!("large.jsonl"),
    ];
    let rows = rows.iter().flat_map(|rows| parse(rows)).collect();
    Vectors { schemas, form: Form { fills: Fills::Taken, ..Form::default() }, rows }
}

/// TON's schemas, each on its own.
#[must_use]
pub fn ton() -> [Vectors; 3] {
    let vectors = |schema, rows| {
        let schemas = vec![compile(Dialect::Ton, schema)];
        let form = Form { words: Words::Always, fills: Fills::Taken, ..Form::default() };
        Vectors { schemas, form, rows: parse(rows) }
    };
    [
        vectors(include_str!("ton/ton_api.tl"), include_str!("ton/ton_api.jsonl")),
        vectors(include_str!("ton/lite_api.tl"), include_str!("ton/lite_api.jsonl")),
        vectors(include_str!("ton/tonlib_api.tl"), include_str!("ton/tonlib_api.jsonl")),
    ]
}

/// Compiles a schema that is known to be sound.
///
/// # Panics
/// Panics if it is not.
#[must_use]
pub fn compile(dialect: Dialect, text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add("schema.tl", text);
    let checked = check(&sources, &Options { dialect: Some(dialect), ..Options::default() });
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    Schema::from_tlo(&tlo::write(&checked.schema)).expect("what is written can be read")
}

fn parse(rows: &str) -> Vec<Value> {
    rows.lines().map(|row| serde_json::from_str(row).expect("a row is JSON")).collect()
}
