//! The messages that the guide quotes as text are printed somewhere.

use std::fs;

use typelang_codegen::{Config, Sources};
use typelang_runtime::ErrorKind;

use crate::{
    blocks::blocks,
    pages::{read, repository},
};

/// Returns the text blocks of a chapter.
fn quoted(chapter: &str) -> Vec<String> {
    let blocks = blocks(&read(chapter)).into_iter();
    blocks.filter(|(kind, _)| kind == "text").map(|(_, text)| text.trim_end().to_owned()).collect()
}

#[test]
fn the_compilers_messages_are_in_the_tests_of_mistakes() {
    let mut said = String::new();
    for entry in fs::read_dir(repository().join("tests/ui/cases")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            said += &fs::read_to_string(path).unwrap();
        }
    }
    let quoted = quoted("docs/guide/troubleshooting.md");
    assert_eq!(quoted.len(), 9);
    for message in quoted {
        assert!(said.contains(&message), "the compiler does not say\n{message}");
    }
}

#[test]
fn a_mistaken_setting_is_reported_as_shown() {
    let mut sources = Sources::new();
    sources.add("api.tl", read("schema/telegram/api.tl"));
    let error = Config::new().rename("messages.sendMesage", "SendText").plan(&sources).unwrap_err();
    let quoted = quoted("docs/guide/build-script.md");
    let (_place, message) = quoted[0].split_once(": rename").unwrap();
    assert!(error.to_string().contains(message), "{error}\nand not\n{message}");
}

#[test]
fn the_table_of_decoding_errors_has_their_words() {
    let kinds = [
        ErrorKind::UnexpectedEnd { needed: 4, left: 0 },
        ErrorKind::WrongId { found: 1, expected: 2 },
        ErrorKind::UnknownId { found: 1 },
        ErrorKind::InvalidUtf8,
        ErrorKind::CountTooLarge { count: 9 },
        ErrorKind::DepthLimit,
        ErrorKind::ElementLimit,
        ErrorKind::MemoryLimit,
        ErrorKind::TrailingBytes { count: 4 },
        ErrorKind::Compressed,
        ErrorKind::InflationLimit { limit: 1 },
        ErrorKind::NonZeroPadding,
        ErrorKind::UnknownFlags { bits: 1 },
    ];
    let chapter = read("docs/guide/troubleshooting.md");
    let (_, table) = chapter.split_once("| message | cause | remedy |\n|---|---|---|\n").unwrap();
    let rows: Vec<&str> = table.lines().take_while(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), kinds.len());
    for row in rows {
        let words = row.split('`').nth(1).unwrap();
        let is_said = kinds.iter().any(|kind| kind.to_string().contains(words));
        assert!(is_said, "no error says `{words}`");
    }
}
