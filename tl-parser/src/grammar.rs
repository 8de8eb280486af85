//! From text to [`File`]: the grammar, its faults, and the way on after each.

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

/// What [`parse`] makes of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed<'a> {
    /// All that could be read.
    pub file: File<'a>,
    /// What could not, by ascending place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a schema file. Total: every text gives a tree, in which what could not be read is an invalid node, and
/// a diagnostic for each of its faults.
///
/// A text is read up to 4 GiB; brackets may nest 64 levels, a name may have 32 namespaces and 1,024 bytes, a declaration may
/// have 1 MiB and a file 2^20 of them. What is beyond is reported, and so are groups within groups, `(a b:2*[ (c d:int) ])`,
/// that spell out hundreds of times what is written.
#[must_use]
pub fn parse(file: FileId, text: &str) -> Parsed<'_> {
    parse_within(file, text, Allowance::TREE)
}

/// Reads a schema file up to where it asks for more memory than it is granted.
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

/// What was reported, sorted; the last one says how many found no room.
fn diagnostics(source: Source<'_>) -> Vec<Diagnostic> {
    let dropped = source.dropped.get();
    let mut diagnostics = source.diagnostics.into_inner();
    diagnostics.sort_by_key(|diagnostic| (diagnostic.location(), diagnostic.code));
    // Looking ahead may say a thing twice.
    diagnostics.dedup();
    if dropped > 0 {
        let place = diagnostics.last().and_then(Diagnostic::location).unwrap_or_default();
        let message = format!("more than {MAX_DIAGNOSTICS} faults: {dropped} are not listed");
        diagnostics.push(Diagnostic::error(codes::TOO_MANY_FAULTS, message).label(place, ""));
    }
    diagnostics
}
