//! Parsing terminates for every text, its spans lie within the text, and everything that reads the tree
//! terminates.

mod common;

use common::{PIECES, Random, SAMPLE, tree};
use typelang_parser::{
    FileId, Sources,
    diagnostic::Severity,
    docs::docs_of,
    parse, print,
    report::{Style, render, render_json},
};

/// Runs a text through all stages.
fn survives(text: &str) {
    let parsed = parse(FileId(0), text);
    for fault in &parsed.diagnostics {
        let places = fault.labels.iter().map(|label| label.location);
        for place in places.chain(fault.suggestions.iter().map(|edit| edit.location)) {
            assert!(text.get(place.span.range()).is_some(), "{place:?} is not in {text:?}");
        }
        assert!(!fault.labels.is_empty(), "{fault:?} has no place");
    }
    for comment in &parsed.file.comments {
        assert_eq!(text.get(comment.span.range()), Some(comment.text));
    }
    assert_spans(&parsed, text);
    let mut sources = Sources::new();
    sources.add("any.tl", text);
    let report = render(&parsed.diagnostics, &sources, Style::Color);
    assert_eq!(report.is_empty(), parsed.diagnostics.is_empty());
    let json = render_json(&parsed.diagnostics, &sources);
    assert_eq!(json.lines().count(), parsed.diagnostics.len());
    let _ = docs_of(&parsed.file, text);
    let printed = print(&parsed.file, text);
    if parsed.diagnostics.iter().all(|fault| fault.severity == Severity::Warning) {
        round_trip(text, &printed);
    }
}

/// Items ascend without overlap, and only blanks, comments and reported text are left out.
fn assert_spans(parsed: &typelang_parser::Parsed<'_>, text: &str) {
    let whole = format!("{:?}", parsed.file.items);
    for span in whole.split("Span { start: ").skip(1) {
        let (start, rest) = span.split_once(", end: ").expect("a span has an end");
        let (end, _) = rest.split_once(' ').expect("a span ends");
        let range = number(start)..number(end);
        assert!(text.get(range.clone()).is_some(), "{range:?} is not in {text:?}");
    }
}

fn number(digits: &str) -> usize {
    digits.parse().expect("a span is made of numbers")
}

/// A sound text, when printed, parses to the same tree and prints the same again.
fn round_trip(text: &str, printed: &str) {
    let (first, second) = (parse(FileId(0), text), parse(FileId(0), printed));
    assert_eq!(second.diagnostics, [], "{text:?} is printed as {printed:?}");
    assert_eq!(tree(&first.file), tree(&second.file), "{text:?} is printed as {printed:?}");
    assert_eq!(first.file.comments.len(), second.file.comments.len(), "{text:?} {printed:?}");
    assert_eq!(print(&second.file, printed), printed, "{text:?}");
}

/// The number of seeds to try; `SEEDS` overrides it.
fn seeds() -> u64 {
    std::env::var("SEEDS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000)
}

#[test]
fn any_soup_of_pieces() {
    for seed in 0..seeds() {
        let mut random = Random::new(seed);
        let count = random.below(40);
        survives(&random.soup(PIECES, count));
    }
}

#[test]
fn any_bytes() {
    for seed in 0..seeds() {
        let mut random = Random::new(seed);
        let all: Vec<u8> = (0..=u8::MAX).collect();
        let bytes: Vec<u8> = (0..random.below(60)).map(|_| *random.pick(&all)).collect();
        survives(&String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn any_mutation_of_a_schema() {
    survives(SAMPLE);
    for seed in 0..seeds() {
        survives(&Random::new(seed).mutated(SAMPLE, PIECES));
    }
}

#[test]
fn blanks_and_comments_may_stand_between_all_tokens() {
    const BLANKS: &[&str] = &[
        " ",
        "  ",
        "\n",
        "\r\n",
        "\n\n\n",
        " // c\n",
        "\n// c\r\n",
        " /* c */ ",
        "\n  /* c\n c */\n",
    ];
    for seed in 0..seeds() {
        let mut random = Random::new(seed);
        let words = SAMPLE.split(' ').flat_map(|word| [word, *random.pick::<&str>(BLANKS)]);
        survives(&words.collect::<String>());
    }
}

#[test]
fn reports_cover_whole_characters() {
    survives(&format!("c x:{}\u{fffd}T = C;", "%".repeat(64)));
    survives(&format!("{}é = A;", "(".repeat(100)));
    survives(&format!("é{} = A;", "x".repeat(1 << 20)));
    survives(&format!("a x:{}é = A;", "1+".repeat(2_000)));
}

#[test]
fn numbers_too_large_to_be_read_are_kept() {
    survives(&format!("a f:# x:f.{}?int y:{}*[ int ] = A;", "3".repeat(30), "4".repeat(30)));
}
