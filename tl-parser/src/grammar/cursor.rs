//! The input of the grammar: the text, a position in it, and the diagnostics.

use core::cell::{Cell, RefCell};

use super::fault::{Expected, Fault, Step};
use crate::{
    diagnostic::Diagnostic,
    span::{FileId, Location, Span},
};

/// A position in the text. The grammar copies it to look ahead, so it is kept to two words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a, 's> {
    source: &'s Source<'a>,
    at: u32,
    depth: u32,
}

/// The text of one file, and its diagnostics. Only code that never backtracks reports.
#[derive(Debug, Default)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) file: FileId,
    pub(super) diagnostics: RefCell<Vec<Diagnostic>>,
    /// The number of diagnostics over the limit.
    pub(super) dropped: Cell<usize>,
}

/// The number of faults that are kept for one file; the rest are counted.
pub(crate) const MAX_DIAGNOSTICS: usize = 10_000;

impl<'a, 's> Cursor<'a, 's> {
    /// The deepest nesting of brackets and `%`. Published schemas stay below 10; code that walks the tree
    /// recursively relies on this limit.
    pub(super) const MAX_DEPTH: u32 = 64;

    /// Starts at the beginning of a text of less than 4 GiB.
    pub(super) fn new(source: &'s Source<'a>) -> Self {
        Self { source, at: 0, depth: 0 }
    }

    /// Returns the whole text, including the part already read.
    pub(super) fn text(self) -> &'a str {
        self.source.text
    }

    pub(super) fn at(self) -> u32 {
        self.at
    }

    /// Returns the bytes still to be read.
    pub(super) fn bytes(self) -> &'a [u8] {
        &self.source.text.as_bytes()[self.at as usize..]
    }

    pub(super) fn peek(self) -> Option<u8> {
        self.source.text.as_bytes().get(self.at as usize).copied()
    }

    /// Returns the length of the next character in bytes; 0 at the end.
    pub(super) fn char_length(self) -> usize {
        let rest = self.text().get(self.at as usize..).unwrap_or_default();
        rest.chars().next().map_or(0, char::len_utf8)
    }

    pub(super) fn advance(self, bytes: usize) -> Self {
        let bytes = bytes.min(self.bytes().len());
        // The position stays within the text, whose length fits into 32 bits.
        Self { at: self.at + u32::try_from(bytes).unwrap_or(0), ..self }
    }

    /// Returns the cursor at another position of the text.
    pub(super) fn moved(self, at: u32) -> Self {
        Self { at: 0, ..self }.advance(at as usize)
    }

    /// Returns the text of a span; empty if the span is not within this text.
    pub(super) fn slice(self, span: Span) -> &'a str {
        self.text().get(span.range()).unwrap_or_default()
    }

    /// Returns the span from here to the start of `rest`.
    pub(super) fn span_to(self, rest: Self) -> Span {
        Span::new(self.at(), rest.at().max(self.at()))
    }

    /// Returns the text that [`Self::span_to`] covers.
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

    /// Fails at this position.
    pub(super) fn fail<T>(self, expected: Expected) -> Step<'a, 's, T> {
        Err(nom::Err::Error(Fault::expected(self.at(), expected)))
    }

    /// Runs a parser one nesting level deeper; fails beyond the limit.
    pub(super) fn nested<T>(self, parser: impl FnOnce(Self) -> Step<'a, 's, T>) -> Step<'a, 's, T> {
        if self.depth >= Self::MAX_DEPTH {
            return Err(nom::Err::Failure(Fault::too_deep(self.at())));
        }
        let (rest, value) = parser(Self { depth: self.depth + 1, ..self })?;
        Ok((Self { depth: self.depth, ..rest }, value))
    }
}
