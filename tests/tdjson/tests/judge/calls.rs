//! Every function, with random arguments.

use std::env;

use serde_json::Value;
use typelang_runtime::{
    Object,
    reflect::{Combinator, Random, Role, Root},
    serde::{Serialize, Serializer, deserialize, serialize},
};
use typelang_td::SCHEMA;

use crate::with_tdjson;

/// How `TDLib` begins what it says of a call that it cannot read.
const UNREAD: &str = "Failed to parse JSON object as TDLib request";
/// The number of random calls of each function.
const CALLS: usize = 3;
/// The number of values to try until JSON can hold one: random numbers may be infinite.
const TRIES: usize = 200;

/// A call as its bytes, which serde's implementation for generated types writes as JSON.
struct Call {
    bytes: Object,
    tl: &'static str,
}

impl Serialize for Call {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.bytes, self.tl, &SCHEMA, serializer)
    }
}

/// Functions that change what `TDLib` logs, for all of the process.
fn changes_log(function: &Combinator) -> bool {
    function.name() == "addLogMessage" || function.name().starts_with("setLog")
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn tdlib_parses_every_function_with_random_arguments() {
    // Functions that take paths may create files.
    let folder = env::temp_dir().join(format!("typelang-tdjson-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room for a folder");
    env::set_current_dir(&folder).expect("the folder was just made");
    let seed = env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let schema = SCHEMA.schema().expect("the crate carries its schema");
    let mut random = Random::new(std::slice::from_ref(schema), seed).size(512);
    let (mut functions, mut calls, mut refused) = (0, 0, Vec::new());
    let (mut answers, mut changed) = (0, Vec::new());
    for function in schema.combinators().filter(|it| it.role() == Role::Function) {
        if changes_log(function) {
            continue;
        }
        functions += 1;
        for _ in 0..CALLS {
            let json = (0..TRIES).find_map(|_| {
                let bytes = random.bytes(Root::Boxed(schema, function))?;
                let tl = format!("{}#{:08x}", function.name(), function.id()).leak();
                serde_json::to_string(&Call { bytes: Object::from_vec(bytes), tl }).ok()
            });
            let json = json.expect("some value has finite numbers alone");
            let answer = with_tdjson(|tdjson| tdjson.execute_json(json.clone()));
            calls += 1;
            if let Some(fault) = parse_error(answer.as_deref()) {
                refused.push(format!("{fault}\n  {json}"));
            }
            let answer = answer.unwrap_or_default();
            if !answer.contains(r#""@type":"error""#) {
                answers += 1;
                changed.extend((again(&answer) != Some(read(&answer))).then_some(answer));
            }
        }
    }
    _ = std::fs::remove_dir_all(folder);
    println!("{calls} calls of {functions} functions, {} refused", refused.len());
    assert!(functions > 800, "td_api has hundreds of functions, and {functions} were tried");
    assert!(refused.is_empty(), "TDLib did not parse:\n{}", refused.join("\n"));
    println!("{answers} answers, {} changed", changed.len());
    assert!(answers > 20, "some functions answer at once, and {answers} did");
    assert!(changed.is_empty(), "these answers are not what was read:\n{}", changed.join("\n"));
}

/// An answer, read as the constructor that it names and written again.
fn again(answer: &str) -> Option<Value> {
    let schema = SCHEMA.schema()?;
    let constructor = schema.named(read(answer)["@type"].as_str()?)?;
    let tl = format!("{}#{:08x}", constructor.name(), constructor.id()).leak();
    let mut reader = serde_json::Deserializer::from_str(answer);
    let bytes = deserialize(tl, &SCHEMA, &mut reader).ok()?;
    serde_json::to_value(Call { bytes, tl }).ok()
}

fn read(json: &str) -> Value {
    serde_json::from_str(json).expect("TDLib answers with JSON")
}

/// What `TDLib` says of a call that it cannot read. Any other answer means that it read the call.
fn parse_error(answer: Option<&str>) -> Option<String> {
    let Some(answer) = answer else { return Some("no answer".to_owned()) };
    let message = read(answer)["message"].as_str().unwrap_or_default().to_owned();
    message.contains(UNREAD).then_some(message)
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn the_judge_notices_a_wrong_call() {
    for json in [
        r#"{"@type":"getUser","user_id":"x"}"#,
        r#"{"@type":"getUsers"}"#,
        r#"{"@type":"sendMessage","topic_id":1}"#,
    ] {
        let answer = with_tdjson(|tdjson| tdjson.execute_json(json.to_owned()));
        assert!(parse_error(answer.as_deref()).is_some(), "{json} {answer:?}");
    }
}
