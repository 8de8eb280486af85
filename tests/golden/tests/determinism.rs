//! The output depends only on the meaning of a schema.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::{config, schemas, sources};
use typelang_codegen::{Config, Output, Sources};

const FUNCTIONS: &str = "---functions---\n";

/// Generates with a golden's settings. Unformatted, since only the order matters and this is faster.
fn generate(config: &mut Config, sources: &Sources) -> Output {
    config.format(false).generate(sources).unwrap()
}

/// Panics with the first line that differs.
#[track_caller]
fn assert_same(found: &Output, want: &Output, case: &str) {
    assert!(found.files.keys().eq(want.files.keys()), "{case}: other files");
    for (path, want) in &want.files {
        for (found, want) in found.files[path].lines().zip(want.lines()) {
            assert_eq!(found, want, "{case}: {path}");
        }
    }
    assert!(found == want, "{case}");
}

/// Returns the declarations of types and of functions, each with the end of its line, the comments above it
/// and its layer mark.
fn declarations(text: &str) -> [Vec<String>; 2] {
    let (types, functions) = text.split_once(FUNCTIONS).unwrap_or((text, ""));
    [types, functions].map(|section| {
        let mut blocks = vec![String::new()];
        let mut mark = String::new();
        for line in section.lines() {
            if line.starts_with("===") {
                mark = format!("{line}\n");
                continue;
            }
            let block = blocks.last_mut().unwrap();
            block.push_str(line);
            block.push('\n');
            if line.ends_with(';') {
                block.insert_str(0, &mark);
            }
            if line.ends_with(';') || line.is_empty() {
                blocks.push(String::new());
            }
        }
        blocks.retain(|block| !block.trim().is_empty());
        blocks
    })
}

/// Shuffles `items`; `seed` determines the order.
fn shuffle<T>(items: &mut [T], seed: u64) {
    let mut state = seed;
    for last in (1..items.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).unwrap() % (last + 1);
        items.swap(last, other);
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for (name, text) in schemas() {
        let sources = sources(&name, &text);
        let generate = || generate(&mut config(&text), &sources);
        assert_same(&generate(), &generate(), &name);
    }
}

#[test]
fn the_order_of_declarations_does_not_matter() {
    for (name, text) in schemas() {
        let mut config = config(&text);
        let want = generate(&mut config, &sources(&name, &text));
        for seed in 0..10 {
            let [mut types, mut functions] = declarations(&text);
            // The first comment states the layer of the whole file.
            shuffle(&mut types[1..], seed);
            shuffle(&mut functions, seed);
            let shuffled = [types.concat(), FUNCTIONS.to_owned(), functions.concat()].concat();
            let case = format!("{name}, seed {seed}:\n{shuffled}");
            assert_same(&generate(&mut config, &sources(&name, &shuffled)), &want, &case);
        }
    }
}

#[test]
fn the_number_and_order_of_files_does_not_matter() {
    for (name, text) in schemas() {
        let mut config = config(&text);
        let want = generate(&mut config, &sources(&name, &text));
        let [types, functions] = declarations(&text);
        let mut files: Vec<String> = functions
            .iter()
            .map(|function| format!("{FUNCTIONS}{function}"))
            .chain(types)
            .collect();
        for seed in 0..5 {
            shuffle(&mut files, seed);
            let mut sources = Sources::new();
            for (at, file) in files.iter().enumerate() {
                sources.add(format!("{at}.tl"), file.as_str());
            }
            assert_same(&generate(&mut config, &sources), &want, &format!("{name}, seed {seed}"));
        }
    }
}

#[test]
fn line_ends_do_not_matter() {
    for (name, text) in schemas() {
        let mut config = config(&text);
        let want = generate(&mut config, &sources(&name, &text));
        for text in [text.replace('\n', "\r\n"), format!("\u{feff}{text}")] {
            assert_same(&generate(&mut config, &sources(&name, &text)), &want, &name);
        }
    }
}
