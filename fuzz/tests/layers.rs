//! Damaged values of three layers through the fuzz target `layers`.

use std::{env, fs, path::Path, time::Instant};

use typelang_parser::{Options as Settings, Sources, check, tlo};
use typelang_runtime::reflect::{Combinator, Random, Root, Schema, TypeExpr};

const LAYERS: [&str; 3] = ["api-224.tl", "api-229.tl", "api.tl"];
const TYPES: [&str; 4] = ["Updates", "Update", "messages.Messages", "PageBlock"];

fn schema(file: &str) -> Schema {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/telegram").join(file);
    let mut sources = Sources::new();
    sources.add(file, fs::read_to_string(path).expect("it is in the repository"));
    let checked = check(&sources, &Settings::default());
    Schema::from_tlo(&tlo::write(&checked.schema)).expect("what is written can be read")
}

/// Xorshift.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or_default()
    }

    fn below(&mut self, limit: usize) -> usize {
        self.next() % limit.max(1)
    }
}

/// Values of each type of each layer.
fn values(schemas: &[[Schema; 1]], seed: u64) -> Vec<Vec<u8>> {
    let mut values = Vec::new();
    for schema in schemas {
        let types = TYPES.map(|ty| TypeExpr::parse(&schema[0], ty).expect("all layers have it"));
        let mut random = Random::new(schema, seed).depth(4).size(512);
        for ty in &types {
            let made = (0..40).filter_map(|_| random.bytes(Root::Type(&schema[0], ty)));
            values.extend(made);
        }
    }
    values
}

/// Changes a value: bits, words, ids of any layer, cuts, and parts of other values.
fn damage(chance: &mut Chance, bytes: &mut Vec<u8>, ids: &[u32], other: &[u8]) {
    let at = chance.below(bytes.len() / 4) * 4;
    match chance.below(8) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes.truncate(at),
        2 | 3 => {
            let id = ids[chance.below(ids.len())].to_le_bytes();
            bytes.splice(at..at + 4, id);
        }
        4 => {
            let number = u32::try_from(chance.below(40)).unwrap_or_default();
            bytes.splice(at..at + 4, number.to_le_bytes());
        }
        5 | 6 => {
            let from = chance.below(other.len() / 4) * 4;
            let to = from + (chance.below(other.len() - from) / 4) * 4;
            bytes.splice(at..at, other[from..to].iter().copied());
        }
        _ => _ = bytes.drain(at..at + 4),
    }
}

/// `RUNS` sets the number of values, and `SEED` the first.
fn number(name: &str, otherwise: u64) -> u64 {
    env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn damaged_values_are_translated_or_refused() {
    let schemas = LAYERS.map(|file| [schema(file)]);
    let ids: Vec<u32> =
        schemas.iter().flat_map(|schema| schema[0].combinators().map(Combinator::id)).collect();
    let (runs, seed) = (number("RUNS", 2_000), number("SEED", 1));
    let (mut chance, start) = (Chance(seed | 1 << 40), Instant::now());
    let mut all = values(&schemas, seed);
    for run in 0..runs {
        if run % 100_000 == 99_999 {
            println!("{} runs in {:.0?}", run + 1, start.elapsed());
            all = values(&schemas, seed + run);
        }
        let mut data = vec![u8::try_from(chance.below(256)).unwrap_or_default()];
        let mut bytes = all[chance.below(all.len())].clone();
        for _ in 0..chance.below(4) {
            if bytes.len() >= 4 {
                let other = &all[chance.below(all.len())];
                damage(&mut chance, &mut bytes, &ids, other);
            }
        }
        data.append(&mut bytes);
        if let Err(panic) = std::panic::catch_unwind(|| typelang_fuzz::layers(&data)) {
            println!("seed {seed}, run {run}: {data:x?}");
            std::panic::resume_unwind(panic);
        }
    }
}
