//! Each golden's schema states what it shows and has a wire test, or a reason for having none.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use common::{
    folder,
    head::{Head, Setting},
    schemas, settings,
};

/// Returns what is wrong with a golden, if anything. `wire_tests` are the modules that the test `wire`
/// declares.
fn fault(name: &str, schema: &str, wire_tests: &[&str]) -> Option<String> {
    let head = match Head::read(schema) {
        Ok(head) => head,
        Err(fault) => return Some(fault),
    };
    match (wire_tests.contains(&name), head.no_wire) {
        (true, None) | (false, Some(_)) => None,
        (true, Some(reason)) => Some(format!("has a wire test, and none because {reason}")),
        (false, None) => Some(format!(
            "add `tests/wire/{name}.rs` to the test `wire`, or say `// Wire: none, because …`"
        )),
    }
}

#[test]
fn a_golden_says_what_it_shows_and_has_a_wire_test_or_a_reason() {
    let main = fs::read_to_string(folder("tests/wire/main.rs")).unwrap();
    let declared: Vec<&str> =
        main.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';')).collect();
    let faults: Vec<String> = schemas()
        .iter()
        .filter_map(|(name, schema)| Some(format!("{name}: {}", fault(name, schema, &declared)?)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_wire_file_is_part_of_the_test() {
    let main = fs::read_to_string(folder("tests/wire/main.rs")).unwrap();
    for entry in fs::read_dir(folder("tests/wire")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(name == "main" || main.contains(&format!("\nmod {name};\n")), "{name}");
    }
}

#[test]
fn a_head_is_read_up_to_the_first_other_line() {
    let schema = "// Shows: this: and that.\n// Settings: serde=always, derive .=Hash\n\
                  // Settings: only=a.b\n// Wire: none, because why.\n// LAYER 7\n\n// Settings: no";
    let setting = |name, value| Setting { name, value };
    let want = Head {
        shows: "this: and that.",
        settings: vec![
            setting("serde", "always"),
            setting("derive", ".=Hash"),
            setting("only", "a.b"),
        ],
        no_wire: Some("why."),
    };
    assert_eq!(Head::read(schema), Ok(want));
}

#[test]
fn a_mistaken_head_is_refused() {
    for (lines, want) in [
        ("a = A;", "does not begin with `// Shows: …`"),
        ("// Shows: a\n// Shows: b", "unexpected line `// Shows: b`"),
        ("// Shows: a\n// Setings: serde=always", "unexpected line `// Setings"),
        ("// Shows: a\n// Settings: serde", "`serde` has no value"),
        ("// Shows: a\n// Settings: sered=always", "unknown setting `sered` with `always`"),
        ("// Shows: a\n// Settings: serde=sometimes", "unknown setting `serde` with `sometimes`"),
        ("// Shows: a\n// Settings: file_limit=much", "`much` is not a number"),
        ("// Shows: a\n// Settings: rename a", "unknown setting `rename` with `a`"),
        ("// Shows: a\n// Wire: none", "gives no reason"),
    ] {
        let fault = settings::config(lines).unwrap_err();
        assert!(fault.contains(want), "{lines}\n{fault}");
    }
}

#[test]
fn a_golden_without_a_wire_test_is_found() {
    let shows = "// Shows: a\n";
    let none = "// Shows: a\n// Wire: none, because b\n";
    assert_eq!(fault("a", shows, &["a"]), None);
    assert_eq!(fault("a", none, &[]), None);
    assert!(fault("a", shows, &["b"]).unwrap().contains("add `tests/wire/a.rs`"));
    assert!(fault("a", none, &["a"]).unwrap().contains("has a wire test"));
}

/// Returns what is wrong with the line `//! Goldens: …` at the head of a file of the planner, if anything.
fn plan_fault(path: &Path, text: &str, goldens: &BTreeSet<String>) -> Option<String> {
    let head = text.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = head.filter_map(|line| line.strip_prefix(" Goldens: ")).collect();
    let decides = !path.ends_with("mod.rs") && !path.parent()?.ends_with("model");
    let line = match lines.as_slice() {
        [] if !decides => return None,
        [line] => line,
        [] => return Some("name the goldens that show it: `//! Goldens: `flags`.`".to_owned()),
        [..] => return Some("has two lines `Goldens:`".to_owned()),
    };
    if let Some(reason) = line.strip_prefix("none") {
        let has_reason = reason.starts_with(", because ") && reason.ends_with('.');
        return (!has_reason).then(|| format!("`{line}` gives no reason"));
    }
    let list = line.strip_suffix('.').into_iter().flat_map(|names| names.split(", "));
    let names: Vec<&str> = list.map(|name| name.trim_matches('`')).collect();
    let unknown: Vec<&str> =
        names.iter().copied().filter(|name| !goldens.contains(*name)).collect();
    match (names.is_empty(), unknown.is_empty()) {
        (true, _) => Some(format!("`{line}` does not end with a full stop")),
        (false, false) => Some(format!("there is no golden `{}`", unknown.join("`, `"))),
        (false, true) => None,
    }
}

/// Returns all Rust files below a folder.
fn rust_files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    let files = entries.flat_map(|path| match path.is_dir() {
        true => rust_files(&path),
        false if path.extension().is_some_and(|extension| extension == "rs") => vec![path],
        false => Vec::new(),
    });
    files.collect()
}

#[test]
fn each_file_of_the_planner_names_its_goldens_or_a_reason() {
    let goldens: BTreeSet<String> = schemas().into_iter().map(|(name, _)| name).collect();
    let files = rust_files(&folder("../../tl-codegen/src/plan"));
    assert!(files.len() > 60, "the planner is elsewhere: {}", files.len());
    let faults = files.iter().filter_map(|path| {
        let fault = plan_fault(path, &fs::read_to_string(path).unwrap(), &goldens)?;
        Some(format!("{}: {fault}", path.display()))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_file_of_the_planner_without_goldens_is_found() {
    let goldens = BTreeSet::from(["flags".to_owned(), "rows".to_owned()]);
    let fault = |path: &str, text: &str| plan_fault(Path::new(path), text, &goldens);
    for text in
        ["//! Roles.\n//!\n//! Goldens: `flags`, `rows`.", "//! Goldens: none, because why."]
    {
        assert_eq!(fault("plan/field/roles.rs", text), None);
    }
    for (text, want) in [
        ("//! Roles.\n\n//! Goldens: `flags`.", "name the goldens"),
        ("//! Goldens: `flags`, `words`.", "no golden `words`"),
        ("//! Goldens: `flags`", "full stop"),
        ("//! Goldens: none.", "no reason"),
        ("//! Goldens: `rows`.\n//! Goldens: `flags`.", "two lines"),
    ] {
        let fault = fault("plan/field/roles.rs", text).unwrap();
        assert!(fault.contains(want), "{text}\n{fault}");
    }
    assert_eq!(fault("plan/model/codec.rs", "//! Codecs."), None);
    assert_eq!(fault("plan/field/mod.rs", "//! The pass."), None);
}
