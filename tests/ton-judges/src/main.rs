//! Writes random values of TON's schemas: `ton-judges SEED COUNT`.
//!
//! A line is an object: the schema's file, the combinator's `name`, `id` and `kind`, and a value as `bytes` and `json`.
//! Each combinator has `COUNT` of them.

use std::{
    env,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use typelang_runtime::{
    Embedded, Options,
    reflect::{
        Combinator, Random, Role, Root, Schema,
        json::{Form, JsonWriter, Words},
        walk,
    },
};
use typelang_ton::{lite, node, tonlib};

/// The files, and what is generated from each.
const SCHEMAS: [(&str, &Embedded); 3] = [
    ("lite_api.tl", &lite::SCHEMA),
    ("ton_api.tl", &node::SCHEMA),
    ("tonlib_api.tl", &tonlib::SCHEMA),
];

fn main() -> ExitCode {
    let numbers: Vec<u64> = env::args().skip(1).filter_map(|it| it.parse().ok()).collect();
    let [seed, count] = *numbers else {
        _ = writeln!(io::stderr(), "usage: ton-judges SEED COUNT");
        return ExitCode::FAILURE;
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let all = SCHEMAS.iter().try_for_each(|(file, embedded)| match embedded.schema() {
        Some(schema) => rows(&mut out, file, schema, seed, count),
        None => Err(io::Error::other(format!("{file}: the compiled schema cannot be read"))),
    });
    match all.and_then(|()| out.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            _ = writeln!(io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the rows of one schema.
fn rows(
    out: &mut impl Write,
    file: &str,
    schema: &Schema,
    seed: u64,
    count: u64,
) -> io::Result<()> {
    let schemas = std::slice::from_ref(schema);
    let mut random = Random::new(schemas, seed).size(512);
    let is_predefined =
        |it: &&Combinator| schema.result_of(it).is_some_and(|ty| ty.builtin().is_some());
    let is_own = |it: &&Combinator| it.role() == Role::Function || !is_predefined(it);
    for combinator in schema.combinators().filter(is_own) {
        for _ in 0..count {
            let Some(bytes) = random.bytes(Root::Boxed(schema, combinator)) else { break };
            writeln!(out, "{}", row(file, schemas, combinator, &bytes)?)?;
        }
    }
    Ok(())
}

fn row(
    file: &str,
    schemas: &[Schema],
    combinator: &Combinator,
    bytes: &[u8],
) -> io::Result<String> {
    let kind = if combinator.role() == Role::Function { "function" } else { "constructor" };
    let mut json = String::new();
    let form = Form { words: Words::Always, ..Form::default() };
    let root = Root::Boxed(&schemas[0], combinator);
    let mut writer = JsonWriter::new(&mut json, schemas, form);
    walk(schemas, root, bytes, &Options::DEFAULT, &mut writer).map_err(|error| {
        io::Error::other(format!("{}: a random value cannot be read: {error}", combinator.name()))
    })?;
    let hex = bytes.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
    let (name, id) = (combinator.name(), combinator.id());
    Ok(format!(
        r#"{{"file":"{file}","name":"{name}","id":"{id:08x}","kind":"{kind}","bytes":"{hex}","json":{json}}}"#
    ))
}
