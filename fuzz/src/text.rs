//! Schemas as text: parsing is total, and printing keeps the meaning.

use std::borrow::Cow;

use typelang_parser::{
    Diagnostic, FileId, Sources, diagnostic::Severity, docs::docs_of, parse as parse_tl, print,
    syntax::File,
};

use crate::memory::bounded;

/// The most memory for each byte of text while it is parsed, and for any text.
const BYTES_PER_BYTE: usize = 4096;
const SLACK: usize = 64 * 1024;

/// Any text gives a tree and diagnostics whose places are in the text, and the tree can be printed.
pub fn parse(data: &[u8]) {
    let text = text_of(data);
    bounded(SLACK + BYTES_PER_BYTE * text.len(), || {
        let parsed = parse_tl(FileId(0), &text);
        for comment in &parsed.file.comments {
            assert_eq!(text.get(comment.span.range()), Some(comment.text));
        }
        assert_places(&parsed.diagnostics, &sources_of(&text));
        let _ = docs_of(&parsed.file, &text);
        let _ = print(&parsed.file, &text);
    });
}

/// A sound text, when printed, parses to the same tree and prints the same again.
pub fn fmt(data: &[u8]) {
    let text = text_of(data);
    let first = parse_tl(FileId(0), &text);
    if !is_sound(&first.diagnostics) {
        return;
    }
    let printed = print(&first.file, &text);
    let second = parse_tl(FileId(0), &printed);
    assert!(is_sound(&second.diagnostics), "{text:?} is printed as {printed:?}");
    assert_eq!(tree(&second.file), tree(&first.file), "{text:?} is printed as {printed:?}");
    let comments = [&first, &second].map(|parsed| parsed.file.comments.len());
    assert_eq!(comments[0], comments[1], "{text:?} is printed as {printed:?}");
    assert_eq!(print(&second.file, &printed), printed, "{text:?} is not printed for good");
}

/// Converts any bytes to text, so that no input is rejected as invalid UTF-8.
pub(crate) fn text_of(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// Returns the sources with the text as the only file.
pub(crate) fn sources_of(text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add("any.tl", text);
    sources
}

/// Returns whether there are no errors.
pub(crate) fn is_sound(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().all(|fault| fault.severity == Severity::Warning)
}

/// Every diagnostic has a place, and its places are in the text.
pub(crate) fn assert_places(diagnostics: &[Diagnostic], sources: &Sources) {
    for fault in diagnostics {
        assert!(!fault.labels.is_empty(), "{fault:?} has no place");
        let labels = fault.labels.iter().map(|label| label.location);
        for place in labels.chain(fault.suggestions.iter().map(|edit| edit.location)) {
            let text = sources.get(place.file).map(|source| source.text.as_str());
            assert!(text.and_then(|text| text.get(place.span.range())).is_some(), "{fault:?}");
        }
    }
}

/// Formats all declarations without spans and without the spelling of ids.
fn tree(file: &File<'_>) -> String {
    let whole = format!("{:?}", file.items);
    cut(&cut(&whole, "Span { start: ", "}"), "digits: \"", "\"")
}

/// Removes everything from each `open` to the next `close`.
fn cut(text: &str, open: &str, close: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        out.push_str(before);
        rest = after.split_once(close).map_or("", |(_, rest)| rest);
    }
    out + rest
}
