//! What the grammar reads from: the text, a place in it, and the sink for faults.

use core::cell::{Cell, RefCell};

use super::fault::{Expected, Fault, Step};
use crate::{
    diagnostic::Diagnostic,
    span::{FileId, Location, Span},
};

/// A place in the text; copying one is how the grammar looks ahead, so that it is kept to two words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a, 's> {
    source: &'s Source<'a>,
    at: u32,
    depth: u32,
}

/// One file's text, and what is wrong with it. Only code that never goes back reports.
#[derive(Debug, Default)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) diagnostics: RefCell<Vec<Diagnostic>>,
    /// Reports that found no room.
    pub(super) dropped: Cell<usize>,
}

/// How many faults one file may have before the rest is only counted.
pub(crate) const MAX_DIAGNOSTICS: usize = 10_000;

impl<'a, 's> Cursor<'a, 's> {
    /// How deep brackets and `%` may nest. Real schemas stay below 10; whoever walks the tree by recursion
    /// relies on the bound.
    pub(super) const MAX_DEPTH: u32 = 64;

    /// The start of a text of less than 4 GiB.
    pub(super) fn new(source: &'s Source<'a>) -> Self {
        Self { source, at: 0, depth: 0 }
    }

    /// All of the text, read or not.
    pub(super) fn text(self) -> &'a str {
        self.source.text
    }

    pub(super) fn at(self) -> u32 {
        self.at
    }

    /// What is still to be read.
    pub(super) fn bytes(self) -> &'a [u8] {
        &self.source.text.as_bytes()[self.at as usize..]
    }

    pub(super) fn peek(self) -> Option<u8> {
        self.bytes().first().copied()
    }

    /// How many bytes the next character has; none at the end.
    pub(super) fn char_length(self) -> usize {
        let rest = self.text().get(self.at as usize..).unwrap_or_default();
        rest.chars().next().map_or(0, char::len_utf8)
    }

    pub(super) fn advance(self, bytes: usize) -> Self {
        let bytes = bytes.min(self.bytes().len());
        // Not past the text, whose length has 32 bits.
        Self { at: self.at + u32::try_from(bytes).unwrap_or(0), ..self }
    }

    /// The same text at another place.
    pub(super) fn moved(self, at: u32) -> Self {
        Self { at: 0, ..self }.advance(at as usize)
    }

    /// The text of a span, empty when the span is none of this text's.
    pub(super) fn slice(self, span: Span) -> &'a str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// From here to where `rest` begins.
    pub(super) fn span_to(self, rest: Self) -> Span {
        Span::new(self.at(), rest.at().max(self.at()))
    }

    /// What [`Self::span_to`] covers.
    pub(super) fn until(self, rest: Self) -> &'a str {
        self.slice(Span::new(self.at, rest.at))
    }

    pub(super) fn location(self, span: Span) -> Location {
        Location { file: self.source.file, span }
    }

    pub(super) fn report(self, diagnostic: Diagnostic) {
        let mut diagnostics = self.source.diagnostics.borrow_mut();
        if diagnostics.len() < MAX_DIAGNOSTICS {
            diagnostics.push(diagnostic);
        } else {
            self.source.dropped.set(self.source.dropped.get() + 1);
        }
    }

    /// A refusal at this place.
    pub(super) fn fail<T>(self, expected: Expected) -> Step<'a, 's, T> {
        Err(nom::Err::Error(Fault::expected(self.at(), expected)))
    }

    /// Runs a parser one level further down, or refuses to.
    pub(super) fn nested<T>(self, parser: impl FnOnce(Self) -> Step<'a, 's, T>) -> Step<'a, 's, T> {
        if self.depth >= Self::MAX_DEPTH {
            return Err(nom::Err::Failure(Fault::too_deep(self.at())));
        }
        let (rest, value) = parser(Self { depth: self.depth + 1, ..self })?;
        Ok((Self { depth: self.depth, ..rest }, value))
    }
}
