//! What a build script says of a settings file with faults: each has its place and what to do.

#![expect(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use std::{
    fs,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Error};

/// Creates a folder with a schema, more files, and these settings.
fn folder(test: &str, settings: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("settings-file-{test}"));
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    let schema = "point#00000001 x:int y:int = Point;\n";
    for (name, text) in [("shapes.tl", schema), ("docs.txt", ""), ("tl.toml", settings)] {
        fs::write(dir.join(name), text).unwrap();
    }
    dir
}

/// What compiling says, with the folder's name left out.
fn faults(test: &str, settings: &str) -> String {
    let dir = folder(test, settings);
    let compiled = Config::from_file(dir.join("tl.toml")).and_then(|file| {
        let mut file = file;
        file.config.out_dir(dir.join("out"));
        file.compile()
    });
    assert!(!dir.join("out").exists(), "{settings}");
    let folder = format!("{}{}", dir.display(), std::path::MAIN_SEPARATOR);
    compiled.unwrap_err().to_string().replace(&folder, "")
}

#[test]
fn a_schema_that_is_missing_has_the_place_of_its_name_and_a_name_that_is_near() {
    let report = faults("missing", "# Ours.\nschemas = ['shapes.tl', 'shape.tl']\n");
    assert!(report.starts_with("tl.toml:2:25: schemas shape.tl: cannot be read: "), "{report}");
    assert!(report.ends_with("; did you mean `shapes.tl`?"), "{report}");
    let report = faults("far", "schemas = ['elsewhere.json']\n");
    assert!(report.starts_with("tl.toml:1:12: schemas elsewhere.json: cannot"), "{report}");
    assert!(!report.contains("did you mean"), "{report}");
}

#[test]
fn all_files_that_are_missing_are_told_at_once() {
    let settings = "schemas = ['shape.tl']\ndocs = ['doc.txt', 'docs.txt']\n\n[module]\nmore = ['more.tl', 'most.tl']\n";
    let report = faults("all", settings);
    let lines: Vec<&str> = report.lines().collect();
    let starts = [
        "tl.toml:1:12: schemas shape.tl: ",
        "tl.toml:2:9: docs doc.txt: ",
        "tl.toml:5:9: module more.tl: ",
        "tl.toml:5:20: module most.tl: ",
    ];
    assert_eq!(lines.len(), starts.len(), "{report}");
    for (line, start) in lines.iter().zip(starts) {
        assert!(line.starts_with(&format!("{start}cannot be read: ")), "{report}");
    }
    assert!(lines[1].ends_with("; did you mean `docs.txt`?"), "{report}");
}

#[test]
fn wrong_keys_and_values_have_their_places_and_suggestions() {
    let sound = "schemas = ['shapes.tl']\n";
    for (at, (setting, report)) in [
        ("ony = ['point']", "tl.toml:2:1: unknown key `ony`; did you mean `only`?"),
        ("borrowed = 1", "tl.toml:2:12: `borrowed`: expected `true` or `false`, found integer"),
        ("enum-limit = 'much'", "tl.toml:2:14: `enum-limit`: expected a number of bytes, found `much`"),
        (
            "dialect = 'tdlob'",
            "tl.toml:2:11: `dialect`: `tdlob` is not one of telegram, tdlib, ton, vk; did you mean `tdlib`?",
        ),
        ("layer = 230", "tl.toml:2:9: `layer`: only the command has built-in schemas; name the files in `schemas` and `module`"),
        ("module = ['more.tl']", "tl.toml:2:11: `module`: expected NAME=VALUE, or a table"),
    ]
    .into_iter()
    .enumerate()
    {
        assert_eq!(faults(&format!("wrong-{at}"), &format!("{sound}{setting}\n")), report);
    }
    let report = faults("selector", &format!("{sound}only = ['pont']\n"));
    assert!(report.starts_with("tl.toml:2:9: only pont: "), "{report}");
    assert!(report.contains("did you mean `point`?"), "{report}");
    let report = faults("limit", &format!("{sound}enum-limit = 8\n"));
    assert!(report.starts_with("tl.toml:2:14: enum-limit 8: "), "{report}");
    let report = faults("feature", &format!("{sound}conversions-feature = 'a b'\n"));
    let wish = "write a feature's name: a letter, then letters, digits, `-` and `_`";
    assert!(report.starts_with("tl.toml:2:23: conversions-feature a b: "), "{report}");
    assert!(report.contains(wish), "{report}");
    let report = faults("none", "only = ['point']\n");
    assert_eq!(report, "tl.toml: name a schema: `schemas = [\"api.tl\"]`");
}

#[test]
fn settings_that_are_missing_are_named() {
    let dir = folder("absent", "schemas = ['shapes.tl']\n");
    let error = Config::from_file(dir.join("tll.toml")).unwrap_err();
    assert!(matches!(error, Error::Io { .. }));
    let report = error.to_string();
    assert!(report.contains("tll.toml: cannot be read: "), "{report}");
    assert!(report.contains("did you mean `") && report.ends_with("tl.toml`?"), "{report}");
}

#[test]
fn settings_without_a_fault_compile() {
    let dir = folder("sound", "schemas = ['shapes.tl']\ndocs = ['docs.txt']\n");
    let mut file = Config::from_file(dir.join("tl.toml")).unwrap();
    file.config.out_dir(dir.join("out"));
    file.compile().unwrap();
    assert!(fs::read_to_string(dir.join("out/types.rs")).unwrap().contains("Point"));
}
