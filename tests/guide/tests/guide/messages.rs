//! The messages that the guide quotes as text are printed somewhere.

use std::fs;

use typelang_codegen::{Config, Sources};

use crate::{
    blocks::blocks,
    pages::{read, repository},
};

/// The text blocks of a chapter.
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
    assert_eq!(quoted.len(), 4);
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
