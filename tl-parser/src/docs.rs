//! Documentation in comments: TDLib's `//@` tags, and plain comments above, beside and within a declaration.

mod place;
mod plain;
mod tags;

use std::collections::BTreeMap;

use crate::{
    span::Span,
    syntax::{Comment, File, Ident, Item},
};

/// The documentation found in a file's comments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs<'a> {
    /// The `n` of a `// LAYER n` comment before the first declaration or after the last one.
    pub layer: Option<u32>,
    /// Docs by index into [`File::items`]; combinators without documentation are left out.
    pub combinators: BTreeMap<usize, CombinatorDocs<'a>>,
    /// The text of `//@class Type @description …`, by type name.
    pub types: BTreeMap<&'a str, String>,
}

/// The documentation of one combinator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CombinatorDocs<'a> {
    /// The text for the combinator itself; lines are separated by `\n`, and both ends are
    /// trimmed.
    pub text: Option<String>,
    /// The text for each field, by name; fields of repetitions are included.
    pub fields: BTreeMap<&'a str, String>,
    /// Tags at the start of a line that name no field.
    pub unknown: Vec<Ident<'a>>,
}

/// Reads the comments of a file as documentation.
///
/// A comment documents the combinator on the next line, the field on the next line within a declaration, or
/// whatever ends before it on the same line. Separators, commented-out declarations and `// LAYER n` are
/// ignored. `//@` follows TDLib's rules; an `@` within a line starts a tag only if it names a field or
/// `description`.
#[must_use]
pub fn docs_of<'a>(file: &File<'a>, text: &'a str) -> Docs<'a> {
    let mut docs = Docs { layer: layer(file), ..Docs::default() };
    let mut comments = &file.comments[..];
    for (index, item) in file.items.iter().enumerate() {
        let span = span_of(item);
        let before = split(&mut comments, span.start);
        let inside = split(&mut comments, span.end);
        let right = &comments[..place::right_of(span.end, comments, text)];
        comments = &comments[right.len()..];
        tags::classes(before, &mut docs.types);
        let Item::Combinator(combinator) = item else { continue };
        if before.is_empty() && inside.is_empty() && right.is_empty() {
            continue;
        }
        let block = place::block_above(span.start, before, text);
        let mut found =
            tags::combinator(block, combinator).unwrap_or_else(|| plain::combinator(block));
        plain::within(combinator, inside, right, text, &mut found);
        if found != CombinatorDocs::default() {
            docs.combinators.insert(index, found);
        }
    }
    tags::classes(comments, &mut docs.types);
    docs
}

/// Removes and returns the comments before an offset.
fn split<'c, 'a>(comments: &mut &'c [Comment<'a>], end: u32) -> &'c [Comment<'a>] {
    let count = comments.iter().take_while(|comment| comment.span.start < end).count();
    let (before, after) = comments.split_at(count);
    *comments = after;
    before
}

/// Returns the layer of a `// LAYER n` comment at either end of the file; such a comment between declarations
/// applies to only a part of them.
fn layer(file: &File<'_>) -> Option<u32> {
    let first = file.items.first().map_or(u32::MAX, |item| span_of(item).start);
    let last = file.items.last().map_or(0, |item| span_of(item).end);
    let outside = |comment: &&Comment<'_>| comment.span.start < first || comment.span.start >= last;
    file.comments.iter().filter(outside).find_map(|comment| layer_of(comment.text))
}

/// Returns the `n` of a comment `// LAYER n`.
pub(crate) fn layer_of(comment: &str) -> Option<u32> {
    let number = comment.strip_prefix("//")?.trim_start().strip_prefix("LAYER")?.trim();
    number.parse().ok()
}

/// Returns the span of an item.
pub(crate) fn span_of(item: &Item<'_>) -> Span {
    match item {
        Item::Section(section) => section.span,
        Item::LayerMark(mark) => mark.span,
        Item::Combinator(combinator) => combinator.span,
        Item::Builtin(builtin) => builtin.span,
        Item::Partial(partial) => partial.span,
        Item::Finality(finality) => finality.span,
        Item::Invalid(span) => *span,
    }
}
