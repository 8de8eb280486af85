//! The ids of the embedded schemas follow Telegram's rule, except for a few.

use typelang_parser::{Dialect, Options, Schema, Sources, check, diagnostic::Severity};

fn schema(name: &str, text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add(name, text);
    let options = Options { dialect: Some(Dialect::Telegram), ..Options::default() };
    let checked = check(&sources, &options);
    let errors =
        checked.diagnostics.iter().filter(|fault| fault.severity == Severity::Error).count();
    assert_eq!(errors, 0, "{:?}", checked.diagnostics);
    checked.schema
}

/// Returns the combinators whose written id differs from the computed one.
fn hand_made(schema: &Schema) -> Vec<String> {
    schema
        .combinators
        .iter()
        .filter(|combinator| combinator.written_id.is_some_and(|id| id != combinator.computed_id))
        .map(|combinator| format!("{}#{:08x}", combinator.name, combinator.id))
        .collect()
}

#[test]
fn every_id_of_the_api_is_computed() {
    let schema = schema("api.tl", typelang_schema::API);
    assert_eq!(schema.layer, Some(230));
    assert_eq!(schema.combinators.len(), 1704 + 850);
    assert!(schema.combinators.iter().all(|combinator| combinator.written_id.is_some()));
    assert_eq!(hand_made(&schema), Vec::<String>::new());
}

#[test]
fn every_id_of_containers_is_computed() {
    let schema = schema("containers.tl", typelang_schema::CONTAINERS);
    assert!(schema.combinators.iter().all(|combinator| combinator.written_id.is_some()));
    assert_eq!(hand_made(&schema), Vec::<String>::new());
}

#[test]
fn every_id_of_secret_chats_is_computed_but_for_one() {
    let schema = schema("secret.tl", typelang_schema::SECRET);
    assert_eq!(schema.combinators.len(), 81);
    // Its id is computed with `bytes` unchanged.
    assert_eq!(hand_made(&schema), ["decryptedMessageMediaDocument#6abd9782"]);
}

#[test]
fn every_id_of_mtproto_is_computed_but_for_three() {
    let schema = schema("mtproto.tl", typelang_schema::MTPROTO);
    // The id of `ipPortSecret` is computed with `bytes` unchanged; the other two are arbitrary.
    let known = ["ipPortSecret#37982646", "accessPointRule#4679b65f", "help.configSimple#5a592a6c"];
    assert_eq!(hand_made(&schema), known);
}
