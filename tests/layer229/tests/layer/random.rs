//! Random values of every combinator, through the generated types. `SEED=7 cargo test …` repeats a run.

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

use typelang_layer229::{Generated, RoundTrip, schemas};
use typelang_runtime::{
    ErrorKind,
    reflect::{Random, Root},
};

/// Larger values are cut short.
const SIZE: usize = 512;

/// Values up to this many bytes are tried with each prefix.
const SHORT: usize = 96;

/// Returns the seed to repeat, or a new one for each run.
fn seed() -> u64 {
    let wanted = env::var("SEED").ok().map(|seed| seed.parse().expect("SEED is a number"));
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).expect("the clock is after 1970");
    let seed = wanted.unwrap_or_else(|| u64::from(now().subsec_nanos()));
    println!("SEED={seed}");
    seed
}

/// Calls `check` with a value of each combinator, and collects its faults.
#[track_caller]
fn each(check: impl Fn(&Generated, RoundTrip, &[u8]) -> Option<String>) {
    let (schemas, seed) = (schemas().expect("the schemas are compiled"), seed());
    let mut random = Random::new(&schemas, seed).size(SIZE);
    let (mut values, mut faults) = (0, Vec::new());
    for schema in &schemas {
        for combinator in schema.combinators() {
            let Some(generated) = Generated::find(combinator.id()) else { continue };
            let bytes = random.bytes(Root::Boxed(schema, combinator));
            let bytes = bytes.expect("every combinator of this layer has values");
            for trip in generated.trips.iter().chain(generated.borrowed) {
                let what = check(generated, *trip, &bytes);
                faults.extend(
                    what.map(|what| format!("{}: {what}: {bytes:02x?}", combinator.name())),
                );
            }
            values += 1;
        }
    }
    assert!(values > 2_500, "{values}");
    assert!(faults.is_empty(), "SEED={seed}: {} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_value_is_encoded_as_the_bytes_that_it_was_decoded_from() {
    each(|_, trip, bytes| match trip(bytes) {
        Ok(again) if again == bytes => None,
        Ok(again) => Some(format!("encoded as {again:02x?}")),
        // The schema allows it, but the protocol does not.
        Err(error) if error.kind() == ErrorKind::NestedContainer => None,
        Err(error) => Some(error.to_string()),
    });
}

#[test]
fn no_strict_prefix_of_a_value_is_a_value() {
    each(|generated, trip, bytes| {
        let mut lengths =
            (0..bytes.len()).filter(|len| *len < SHORT || bytes.len() - len < 8 || len % 61 == 0);
        let is_value = |len: usize| trip(&bytes[..len]).is_ok();
        let found = lengths.find(|len| !generated.is_open && is_value(*len))?;
        Some(format!("the first {found} bytes are a value"))
    });
}

#[test]
fn damaged_bytes_are_a_value_or_an_error() {
    each(|_, trip, bytes| {
        for at in (0..bytes.len()).step_by(bytes.len() / 16 + 1) {
            for byte in [0, 0x7f, 0xff, bytes[at] ^ 1] {
                let mut damaged = bytes.to_vec();
                damaged[at] = byte;
                // A value must be encoded as it was decoded, since decoding is strict.
                let other = trip(&damaged).ok().filter(|again| *again != damaged);
                if let Some(again) = other {
                    return Some(format!("with {byte:02x} at {at}, encoded as {again:02x?}"));
                }
            }
        }
        None
    });
}
