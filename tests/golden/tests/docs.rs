//! Tests docs from a separate file.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use std::{fs, path::PathBuf};

use common::sources;
use typelang_codegen::Config;

const TEXT: &str = "user id:long name:string = User;\n---functions---\ngetUser id:long = User;";

/// Returns settings with a docs file of this text.
fn config(name: &str, text: &str) -> Config {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    let mut config = Config::new();
    config.docs(path);
    config
}

fn unmatched_docs(config: &Config) -> Vec<String> {
    let schemas = config.schemas(&sources("a", TEXT)).unwrap();
    config.generate_from(schemas).unwrap().unmatched_docs
}

#[test]
fn names_that_the_schema_has_not_are_warnings_with_a_suggestion() {
    let docs = "[usr]\nNobody.\n[user]\n.nme Name\n.id The id\n@callers users\n[getUser]\nAsks.\n";
    let config = config("unmatched.txt", docs);
    let files = config.generate(&sources("a", TEXT)).unwrap().files;
    assert!(
        files["types.rs"].contains("    /// The id\n    pub id: i64,"),
        "{}",
        files["types.rs"]
    );
    assert!(files["functions.rs"].contains("/// Asks.\n///\n/// ```text"));
    let lines = unmatched_docs(&config);
    let ends = [
        "unmatched.txt:1: nothing in the schema is called `usr`; did you mean `user`?",
        "unmatched.txt:3: `user` is not a method, so it has no callers and no errors",
        "unmatched.txt:4: `user` has no field `nme`; did you mean `name`?",
    ];
    assert_eq!(lines.len(), ends.len(), "{lines:#?}");
    assert!(lines.iter().zip(ends).all(|(line, end)| line.ends_with(end)), "{lines:#?}");
}

#[test]
fn many_unknown_names_are_counted() {
    let lines = |count: usize| {
        let docs = (0..count).map(|at| format!("[unknown{at}]\n")).collect::<Vec<_>>().concat();
        unmatched_docs(&config("many.txt", &docs))
    };
    for (count, last) in [
        (25, "many.txt: 15 more names are not in the schema"),
        (11, "many.txt: 1 more name is not in the schema"),
    ] {
        let lines = lines(count);
        assert_eq!(lines.len(), 11, "{lines:#?}");
        assert!(lines[10].ends_with(last), "{lines:#?}");
    }
}

#[test]
fn faults_of_the_format_are_errors_at_the_call_and_in_the_file() {
    let config = config("faulty.txt", "text\n[user\n");
    let report = config.generate(&sources("a", TEXT)).unwrap_err().to_string();
    assert_eq!(report.lines().count(), 2, "{report}");
    assert!(report.contains("tests/docs.rs:"), "{report}");
    assert!(report.contains("faulty.txt:1: write a heading such as"), "{report}");
    assert!(report.contains("faulty.txt:2: write a TL name between brackets"), "{report}");
}

#[test]
fn all_files_that_cannot_be_read_are_reported_with_the_faults_of_others() {
    let mut config = config("text.txt", "text\n");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    fs::write(folder.join("latin1.txt"), b"[user]\ncaf\xe9\n").unwrap();
    let tables = folder.join("unreadable-tables");
    fs::create_dir_all(tables.join("errors.tsv")).unwrap();
    config.docs(folder.join("none.txt"));
    config.docs(folder.join("latin1.txt"));
    config.facts(tables);
    let report = config.generate(&sources("a", TEXT)).unwrap_err().to_string();
    let ends = [
        ("text.txt\"): ", "text.txt:1: write a heading such as"),
        ("none.txt\"): ", "cannot be read: "),
        ("latin1.txt\"): ", "cannot be read: not UTF-8 at byte 10, in line 2"),
        ("unreadable-tables\"): ", "errors.tsv: cannot be read: "),
    ];
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines.len(), ends.len(), "{report}");
    for (line, (call, fault)) in lines.iter().zip(ends) {
        assert!(line.contains(call) && line.contains(fault), "{line}");
    }
}

#[test]
fn the_last_file_has_the_last_word_and_a_files_word_comes_before_the_schemas() {
    let text = format!("// The schema's.\n{TEXT}");
    let mut config = config("first.txt", "[user]\nThe first.\n.id First\n.name Name\n");
    let second = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("second.txt");
    fs::write(&second, "[user]\n.id Second\n").unwrap();
    config.docs(second);
    let types = &config.generate(&sources("a", &text)).unwrap().files["types.rs"];
    for line in ["/// The first.\n", "/// Second\n", "/// Name\n"] {
        assert!(types.contains(line), "{types}");
    }
    assert!(!types.contains("The schema's"), "{types}");
}

#[test]
fn modules_take_their_words_from_the_same_files() {
    let docs =
        "[user]\nSomebody.\n[ping]\nAsks for a pong.\n.id Any number\n@error 400 BAD No.\n[pnig]\n";
    let mut config = config("modules.txt", docs);
    let module = "user id:int = User;\n---functions---\nping id:long = User;";
    config.module_sources("other", sources("b", module));
    let files = config.generate(&sources("a", TEXT)).unwrap().files;
    for (file, words) in [
        ("types.rs", "/// Somebody.\n"),
        ("other/types.rs", "/// Somebody.\n"),
        ("other/functions.rs", "/// Asks for a pong.\n"),
        ("other/functions.rs", "    /// Any number\n"),
        ("other/functions.rs", "/// - 400 `BAD`: No.\n"),
    ] {
        assert!(files[file].contains(words), "{file}: {}", files[file]);
    }
    let end = "modules.txt:7: nothing in the schema is called `pnig`; did you mean `ping`?";
    let lines = unmatched_docs(&config);
    assert!(lines.len() == 1 && lines[0].ends_with(end), "{lines:#?}");
}

#[test]
fn words_and_tables_may_be_in_memory() {
    let mut config = Config::new();
    config.docs_text("words", "[user]\nSomebody.\n");
    config.facts_text("errors.tsv", "getUser\t400\tUSER_ID_INVALID\tx\n");
    let files = config.generate(&sources("a", TEXT)).unwrap().files;
    assert!(files["types.rs"].contains("/// Somebody.\n"), "{}", files["types.rs"]);
    let error = "/// - 400 `USER_ID_INVALID`\n";
    assert!(files["functions.rs"].contains(error), "{}", files["functions.rs"]);

    config
        .docs_text("words", "text\n")
        .facts_text("callers.tsv", "a\n")
        .facts_text("caller.tsv", "");
    let report = config.generate(&sources("a", TEXT)).unwrap_err().to_string();
    for says in [
        "docs_text(\"words\", …): words:1: write a heading such as",
        "facts_text(\"callers.tsv\", …): callers.tsv: line 1: write a method, a caller and sources",
        "facts_text(\"caller.tsv\", …): found no table; expected `errors.tsv`, `callers.tsv`, `since.tsv` or `null.tsv`",
    ] {
        assert!(report.contains(says), "{report}");
    }
}
