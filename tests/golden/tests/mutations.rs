//! For any schema, generating ends with Rust or with a report.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{schemas, sources};
use typelang_codegen::{Config, Error};

/// The words of the language that mutations use.
const PIECES: &[&str] = &[
    "flags:#",
    "flags.0?",
    "flags.31?",
    "flags.32?",
    "flags",
    "#",
    "#12345678",
    ":",
    "?",
    "!",
    "%",
    "{X:Type}",
    "{n:#}",
    "!X",
    "X",
    "n",
    "n*[ int ]",
    "3*[ int ]",
    "[ int ]",
    "int",
    "Int",
    "true",
    "True",
    "Bool",
    "string",
    "bytes",
    "int128",
    "Object",
    "Vector<",
    "vector<",
    ">",
    "(",
    ")",
    "Vector<int>",
    "vector<item>",
    "%Item",
    "Item",
    "Sum",
    "= Sum",
    "=",
    ";",
    ";\n",
    "\n",
    ".",
    "a.b.c",
    "self",
    "Self",
    "type",
    "_",
    "mod",
    "---functions---\n",
    "---types---\n",
    "reader:int",
    "x:int",
    "X:Type",
    "x:X",
    "Type",
    "1",
    "4294967296",
    "//@description # - `x`\n",
    "// LAYER 3\n",
];

/// A generator of numbers that a seed determines.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit.max(1)
    }
}

/// Splits the schema into words, and drops, doubles, swaps or replaces some.
fn mutated(text: &str, random: &mut Random) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', ':', '\n', '<', '.']).collect();
    for _ in 0..=random.below(4) {
        let (at, other) = (random.below(words.len()), random.below(words.len()));
        match random.below(5) {
            0 => drop(words.remove(at)),
            1 => words.insert(at, words[other]),
            2 => words.swap(at, other),
            3 => words[at] = PIECES[random.below(PIECES.len())],
            _ => words.insert(at, PIECES[random.below(PIECES.len())]),
        }
        if words.is_empty() {
            break;
        }
    }
    words.concat()
}

/// The number of mutations of each schema; `SEEDS` overrides it.
fn seeds() -> u64 {
    std::env::var("SEEDS").ok().and_then(|count| count.parse().ok()).unwrap_or(60)
}

#[test]
fn mutated_schemas_give_rust_or_a_report() {
    let (mut generated, mut refused) = (0, 0);
    for (name, text) in schemas() {
        // Without the comment on top, which would get its share of the mutations.
        let text = text.split_once("\n\n").map_or(text.as_str(), |(_, rest)| rest);
        for seed in 0..seeds() {
            let schema = mutated(text, &mut Random(seed));
            match Config::new().format(false).generate(&sources(&name, &schema)) {
                Ok(output) => {
                    generated += 1;
                    for (path, text) in &output.files {
                        let parsed = syn::parse_file(text);
                        assert!(parsed.is_ok(), "{name}, seed {seed}: {path} is no Rust\n{schema}");
                    }
                }
                Err(Error::Schema { report }) => {
                    refused += 1;
                    let report = report.to_string();
                    let has_place = report.contains(&format!("{name}.tl:"));
                    assert!(has_place, "{name}, seed {seed}: no place in {report}\n{schema}");
                }
                Err(other) => panic!("{name}, seed {seed}: {other}\n{schema}"),
            }
        }
    }
    // A test in which everything ends the same way would show little.
    assert!(generated > 50 && refused > 50, "{generated} generated, {refused} refused");
}
