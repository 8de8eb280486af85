//! References for tests.

#![allow(dead_code, reason = "each test uses a part")]

use std::sync::OnceLock;

use typelang_codegen::{Config, Examples};
use typelang_parser::{
    Options, Schema, Sources, check,
    docs_file::{self, DocsFile},
};
use typelang_reference::{
    facts::{Facts, telegram as telegram_facts},
    model::{Reference, Source},
};
use typelang_schema::{API, CONTAINERS, MTPROTO, SECRET, facts};

/// A schema of texts.
pub(crate) fn sources(texts: &[&str]) -> Sources {
    let mut sources = Sources::new();
    for (at, text) in texts.iter().enumerate() {
        sources.add(format!("{at}.tl"), *text);
    }
    sources
}

/// The checked schema.
pub(crate) fn schema(sources: &Sources) -> Schema {
    let checked = check(sources, &Options::default());
    assert!(!checked.has_errors(), "{:?}", checked.diagnostics);
    checked.schema
}

fn apply(schema: &mut Schema, known: &mut Facts, texts: &[&str]) {
    let parse = |text: &&str| docs_file::parse("docs", text).expect("the carried docs are sound");
    let files: Vec<DocsFile> = texts.iter().map(parse).collect();
    known.add_docs(&docs_file::apply(schema, &files));
}

/// Telegram's schemas, and their reference as the command makes it; made once.
pub(crate) fn telegram() -> &'static ([Schema; 3], Reference) {
    static TELEGRAM: OnceLock<([Schema; 3], Reference)> = OnceLock::new();
    TELEGRAM.get_or_init(make_telegram)
}

fn make_telegram() -> ([Schema; 3], Reference) {
    let all = [sources(&[API]), sources(&[MTPROTO, CONTAINERS]), sources(&[SECRET])];
    let mut schemas = all.each_ref().map(schema);
    let mut known = [telegram_facts(), Facts::default(), Facts::default()];
    apply(&mut schemas[0], &mut known[0], &[facts::API_DOCS, facts::ERROR_DOCS]);
    apply(&mut schemas[1], &mut known[1], &[facts::MTPROTO_DOCS]);
    let titles = [("Telegram API", ""), ("MTProto", "mtproto/"), ("Secret chats", "secret/")];
    let roots = ["typelang_telegram", "typelang_telegram::mtproto", "typelang_telegram::secret"];
    let examples: Vec<Examples> = all
        .iter()
        .zip(roots)
        .map(|(sources, root)| {
            Examples::new(&Config::new(), sources, root).expect("the schema can be generated")
        })
        .collect();
    let source = |at: usize| Source {
        title: titles[at].0,
        folder: titles[at].1,
        schema: &schemas[at],
        facts: &known[at],
        is_api: at == 0,
        encode_options: &[],
        rust: Some(&examples[at]),
    };
    let sources: Vec<Source<'_>> = (0..3).map(source).collect();
    let reference = Reference::new("Telegram API", &sources);
    (schemas, reference)
}

/// The reference of one schema without facts.
pub(crate) fn plain(texts: &[&str]) -> (Schema, Reference) {
    let sources = sources(texts);
    let schema = schema(&sources);
    let facts = Facts::default();
    let source = Source {
        title: "Shapes",
        folder: "",
        schema: &schema,
        facts: &facts,
        is_api: false,
        encode_options: &[],
        rust: None,
    };
    let reference = Reference::new("Shapes", &[source]);
    (schema, reference)
}
