//! Writes random values of layer 229 as rows that another implementation can check: `sample SEED ROUNDS`.
//!
//! Each round has one value of each combinator. Its bytes go through the generated types first: what they encode must
//! be what they decoded. A row is a line of JSON: the combinator's name and id, the value in TL-JSON, and the bytes in
//! hex.

use std::{
    env,
    error::Error,
    io::{self, BufWriter, Write},
    process::ExitCode,
};

use typelang_layer229::{Generated, schemas};
use typelang_runtime::{
    ErrorKind, Options,
    reflect::{
        Combinator, Random, Root, Schema,
        json::{Form, JsonWriter},
        walk,
    },
};

/// Larger values are cut short; smaller ones already show most of each type.
const SIZE: usize = 1024;

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1).map(|argument| argument.parse::<u64>());
    let (Some(Ok(seed)), Some(Ok(rounds)), None) =
        (arguments.next(), arguments.next(), arguments.next())
    else {
        eprintln!("error: two numbers are wanted: the seed, and how many rounds");
        return ExitCode::from(2);
    };
    match sample(seed, rounds) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: seed {seed}: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes the rows to the standard output.
fn sample(seed: u64, rounds: u64) -> Result<(), Box<dyn Error>> {
    let schemas = schemas()?;
    let mut random = Random::new(&schemas, seed).size(SIZE);
    let mut out = BufWriter::new(io::stdout().lock());
    for _ in 0..rounds {
        for schema in &schemas {
            for combinator in schema.combinators() {
                let Some(generated) = Generated::find(combinator.id()) else { continue };
                let Some(bytes) = random.bytes(Root::Boxed(schema, combinator)) else { continue };
                if round_trip(combinator, generated, &bytes)? {
                    writeln!(out, "{}", row(&schemas, combinator, &bytes)?)?;
                }
            }
        }
    }
    out.flush()?;
    Ok(())
}

/// Checks that the generated types encode the bytes that they decode, and returns whether they decode them.
fn round_trip(
    combinator: &Combinator,
    generated: &Generated,
    bytes: &[u8],
) -> Result<bool, Box<dyn Error>> {
    for trip in generated.trips {
        match trip(bytes) {
            Ok(again) if again == bytes => {}
            Ok(again) => {
                return Err(fault(combinator, bytes, &format!("encoded as {}", hex(&again))));
            }
            // The schema allows it, but the protocol does not.
            Err(error) if error.kind() == ErrorKind::NestedContainer => return Ok(false),
            Err(error) => return Err(fault(combinator, bytes, &error.to_string())),
        }
    }
    Ok(true)
}

fn fault(combinator: &Combinator, bytes: &[u8], what: &str) -> Box<dyn Error> {
    format!("{} in the bytes {}: {what}", combinator.name(), hex(bytes)).into()
}

fn row(
    schemas: &[Schema],
    combinator: &Combinator,
    bytes: &[u8],
) -> Result<String, Box<dyn Error>> {
    let mut value = String::new();
    let mut writer = JsonWriter::new(&mut value, schemas, Form::default());
    walk(schemas, Root::Any, bytes, &Options::DEFAULT, &mut writer)
        .map_err(|ended| fault(combinator, bytes, &format!("{ended:?}")))?;
    let (name, id, hex) = (combinator.name(), combinator.id(), hex(bytes));
    Ok(format!(r#"{{"name":"{name}","id":"{id:08x}","value":{value},"hex":"{hex}"}}"#))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
