//! Random values of every combinator through serde: the JSON is the same as the walker's, and becomes the
//! same value again.

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::Value;
use typelang_layer229::{Generated, schemas};
use typelang_runtime::{
    Options,
    reflect::{
        Random, Root, Schema,
        json::{Form, JsonWriter},
        walk,
    },
};

/// Larger values are cut short.
const SIZE: usize = 512;

fn seed() -> u64 {
    let wanted = env::var("SEED").ok().map(|seed| seed.parse().expect("SEED is a number"));
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is after 1970");
    let seed = wanted.unwrap_or_else(|| u64::from(now().subsec_nanos()));
    println!("SEED={seed}");
    seed
}

/// Returns the walker's JSON.
fn written(schemas: &[Schema], root: Root<'_>, bytes: &[u8]) -> Value {
    let mut text = String::new();
    let mut writer = JsonWriter::new(&mut text, schemas, Form::default());
    walk(schemas, root, bytes, &Options::DEFAULT, &mut writer).expect("the value is sound");
    serde_json::from_str(&text).expect("the walker writes JSON")
}

#[test]
fn generated_json_is_the_walkers_and_becomes_the_same_value() {
    let (schemas, seed) = (schemas().expect("the schemas are compiled"), seed());
    let (mut trips, mut faults) = (0, Vec::new());
    for schema in &schemas {
        // Generated code knows only the schema of its module.
        let own = core::slice::from_ref(schema);
        let mut random = Random::new(own, seed).size(SIZE);
        for combinator in schema.combinators() {
            let Some(generated) = Generated::find(combinator.id()) else { continue };
            let root = Root::Boxed(schema, combinator);
            let bytes = random.bytes(root).expect("every combinator of this layer has values");
            for trip in generated.jsons {
                let want = written(own, root, &bytes);
                let got = trip(&bytes);
                let is_same =
                    |text: &str| serde_json::from_str::<Value>(text).is_ok_and(|it| it == want);
                if !got.as_ref().is_ok_and(|text| is_same(text)) {
                    faults.push(format!("{}: {got:?}, walker: {want}", combinator.name()));
                }
                trips += 1;
            }
        }
    }
    assert!(trips > 3_400, "{trips}");
    assert!(faults.is_empty(), "SEED={seed}: {} faults:\n{}", faults.len(), faults.join("\n"));
}
