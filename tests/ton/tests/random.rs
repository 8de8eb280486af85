//! Random values, which the walker makes from the schemas alone, are unchanged by the generated types.

use std::collections::BTreeMap;

use serde_json::Value;
use typelang_parser::{Dialect, Options, Sources, check, tlo};
use typelang_runtime::reflect::{Random, Root, Schema};
use typelang_ton_vectors::ROWS;

/// Each schema, and its vectors, which name the combinators whose bytes can be compared: in others something
/// follows an `object`, whose end only a schema knows.
const SCHEMAS: [(&str, &str); 3] = [
    (include_str!("../../vectors/ton/ton_api.tl"), include_str!("../../vectors/ton/ton_api.jsonl")),
    (
        include_str!("../../vectors/ton/lite_api.tl"),
        include_str!("../../vectors/ton/lite_api.jsonl"),
    ),
    (
        include_str!("../../vectors/ton/tonlib_api.tl"),
        include_str!("../../vectors/ton/tonlib_api.jsonl"),
    ),
];

/// The number of values for each combinator.
const VALUES: usize = 20;

fn compile(text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add("schema.tl", text);
    let checked = check(&sources, &Options { dialect: Some(Dialect::Ton), ..Options::default() });
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    Schema::from_tlo(&tlo::write(&checked.schema)).expect("what is written can be read")
}

fn name(row: &str) -> String {
    let row: Value = serde_json::from_str(row).expect("a row is JSON");
    row["name"].as_str().expect("a row has a name").to_owned()
}

#[test]
fn random_values_encode_to_the_bytes_that_they_decode_from() {
    let (mut tried, mut faults) = (0, Vec::new());
    for ((text, rows), trips) in SCHEMAS.iter().zip(ROWS) {
        let schemas = [compile(text)];
        let trips: BTreeMap<String, _> = rows.lines().map(name).zip(*trips).collect();
        let mut random = Random::new(&schemas, 1).size(512);
        for combinator in schemas[0].combinators() {
            let Some(trips) = trips.get(combinator.name()) else { continue };
            for _ in 0..VALUES {
                let bytes = random.bytes(Root::Boxed(&schemas[0], combinator));
                let bytes = bytes.expect("TON's types have finite values");
                tried += 1;
                for trip in **trips {
                    match trip(&bytes) {
                        Ok(again) if again == bytes => {}
                        Ok(_) => faults.push(format!("{}: other bytes", combinator.name())),
                        Err(error) => faults.push(format!("{}: {error}", combinator.name())),
                    }
                }
            }
        }
    }
    assert!(tried > 15_000, "only {tried} values");
    assert!(faults.is_empty(), "{} of {tried}:\n{}", faults.len(), faults.join("\n"));
}
