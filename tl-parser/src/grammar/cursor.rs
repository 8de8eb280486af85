//! What the grammar reads from: the text, a place in it, and the sink for faults.

use core::{
    cell::{Cell, RefCell},
    iter::{Copied, Enumerate},
    slice::Iter,
};

use nom::{Input, Needed, Offset};

use super::fault::{Expected, Fault, Step};
use crate::{
    diagnostic::Diagnostic,
    span::{FileId, Location, Span},
};

/// A place in the text; copying one is how the grammar looks ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a, 's> {
    text: &'a str,
    at: usize,
    depth: u8,
    sink: &'s Sink,
}

/// Collects what is wrong with one file. Only code that never goes back writes to it.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) file: FileId,
    pub(super) diagnostics: RefCell<Vec<Diagnostic>>,
    /// Reports that found no room.
    pub(super) dropped: Cell<usize>,
}

/// How many faults one file may have before the rest is only counted.
pub(super) const MAX_DIAGNOSTICS: usize = 10_000;

impl Sink {
    pub(super) fn report(&self, diagnostic: Diagnostic) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        if diagnostics.len() < MAX_DIAGNOSTICS {
            diagnostics.push(diagnostic);
        } else {
            self.dropped.set(self.dropped.get() + 1);
        }
    }
}

impl<'a, 's> Cursor<'a, 's> {
    /// How deep brackets, `%` and sums may nest. Real schemas stay below 10; whoever walks the tree by recursion
    /// relies on the bound.
    pub(super) const MAX_DEPTH: u8 = 64;

    pub(super) fn new(text: &'a str, sink: &'s Sink) -> Self {
        Self { text, at: 0, depth: 0, sink }
    }

    /// All of the text, read or not.
    pub(super) fn text(self) -> &'a str {
        self.text
    }

    pub(super) fn at(self) -> u32 {
        u32::try_from(self.at).unwrap_or(u32::MAX)
    }

    /// What is still to be read.
    pub(super) fn bytes(self) -> &'a [u8] {
        &self.text.as_bytes()[self.at..]
    }

    pub(super) fn peek(self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn advance(self, bytes: usize) -> Self {
        Self { at: (self.at + bytes).min(self.text.len()), ..self }
    }

    /// The same text at another place.
    pub(super) fn moved(self, at: u32) -> Self {
        Self { at: (at as usize).min(self.text.len()), ..self }
    }

    /// The same place in a text that ends at `end`.
    pub(super) fn ending(self, end: u32) -> Self {
        Self { text: self.text.get(..end as usize).unwrap_or(self.text), ..self }
    }

    /// The same place in the whole text that `whole` reads from.
    pub(super) fn within(self, whole: Self) -> Self {
        Self { text: whole.text, ..self }
    }

    /// The text of a span, empty when the span is none of this text's.
    pub(super) fn slice(self, span: Span) -> &'a str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// From here to where `rest` begins.
    pub(super) fn span_to(self, rest: Self) -> Span {
        Span::new(self.at(), rest.at().max(self.at()))
    }

    /// What [`Self::span_to`] covers.
    pub(super) fn until(self, rest: Self) -> &'a str {
        self.text.get(self.at..rest.at).unwrap_or_default()
    }

    pub(super) fn location(self, span: Span) -> Location {
        Location { file: self.sink.file, span }
    }

    pub(super) fn report(self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
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

impl Offset for Cursor<'_, '_> {
    fn offset(&self, second: &Self) -> usize {
        second.at - self.at
    }
}

/// Elements are bytes: all that the language gives meaning to is ASCII.
impl<'a> Input for Cursor<'a, '_> {
    type Item = u8;
    type Iter = Copied<Iter<'a, u8>>;
    type IterIndices = Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        self.text.len() - self.at
    }

    fn take(&self, index: usize) -> Self {
        Self { text: self.text.get(..self.at + index).unwrap_or(self.text), ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.advance(index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(u8) -> bool>(&self, predicate: P) -> Option<usize> {
        self.bytes().iter().position(|&byte| predicate(byte))
    }

    fn iter_elements(&self) -> Self::Iter {
        self.bytes().iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if self.input_len() >= count {
            Ok(count)
        } else {
            Err(Needed::new(count - self.input_len()))
        }
    }
}
