//! Parses text into a [`File`], reports faults, and recovers from them.

mod character;
pub(crate) mod codes;
mod combinator;
mod comment;
mod complaint;
mod cursor;
mod fault;
mod field;
mod head;
mod lexis;
mod program;
mod recovery;
mod term;
mod weight;

use crate::{
    diagnostic::Diagnostic,
    span::{FileId, Location, Span},
    syntax::File,
};
pub(crate) use cursor::MAX_DIAGNOSTICS;
use cursor::{Cursor, Source};
pub(crate) use lexis::{MAX_NAME, MAX_NAMESPACES};
pub(crate) use weight::Allowance;

/// The result of [`parse`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed<'a> {
    /// The syntax tree of everything that could be read.
    pub file: File<'a>,
    /// The faults, in order of place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Parses a schema file. Every text gives a tree: text that cannot be parsed becomes an invalid node, and
/// each of its faults a diagnostic.
///
/// Limits: the text may have 4 GiB, brackets may nest 64 levels, a name may have 32 namespaces and 1,024
/// bytes, a declaration may have 1 MiB, and a file may have 2^20 declarations. Text beyond a limit is
/// reported, as are nested groups such as `(a b:2*[ (c d:int) ])` that expand to hundreds of times their
/// length.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<'_> {
    parse_within(file, text, Allowance::TREE)
}

/// Parses a schema file until its estimated memory exceeds the allowance.
pub(crate) fn parse_within(file: FileId, text: &str, allowance: Allowance) -> Parsed<'_> {
    if u32::try_from(text.len()).is_err() {
        let place = Location { file, span: Span::default() };
        let fault =
            Diagnostic::error(codes::TOO_LARGE, "the file is larger than 4 GiB").label(place, "");
        return Parsed { diagnostics: vec![fault], ..Parsed::default() };
    }
    let source = Source { text, file, ..Source::default() };
    let start = Cursor::new(&source);
    let start = if text.starts_with('\u{feff}') { start.advance(3) } else { start };
    let comments = comment::comments(start);
    let items = program::program(start, allowance);
    Parsed { file: File { items, comments }, diagnostics: diagnostics(source) }
}

/// Returns the sorted diagnostics; the last one gives the number of dropped ones.
fn diagnostics(source: Source<'_>) -> Vec<Diagnostic> {
    let dropped = source.dropped.get();
    let mut diagnostics = source.diagnostics.into_inner();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.location(), diagnostic.code));
    // Lookahead may report a fault twice.
    diagnostics.dedup();
    if dropped > 0 {
        let place = diagnostics.last().and_then(Diagnostic::location).unwrap_or_default();
        let message = format!("more than {MAX_DIAGNOSTICS} faults: {dropped} not listed");
        diagnostics.push(Diagnostic::error(codes::TOO_MANY_FAULTS, message).label(place, ""));
    }
    diagnostics
}
