//! What comments say of declarations: TDLib's `//@` tags, and plain comments above, right of and within a declaration.

mod place;
mod plain;
mod tags;

use std::collections::BTreeMap;

use crate::{
    span::Span,
    syntax::{Comment, File, Ident, Item},
};

/// What a file's comments say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs<'a> {
    /// The `n` of a `// LAYER n` before the first declaration or after the last.
    pub layer: Option<u32>,
    /// By index into [`File::items`]; only combinators that something is said of.
    pub combinators: BTreeMap<usize, CombinatorDocs<'a>>,
    /// What `//@class Type @description …` says, by the type's name.
    pub types: BTreeMap<&'a str, String>,
}

/// What the comments of one combinator say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CombinatorDocs<'a> {
    /// What is said of the combinator; lines are separated by `\n`, and there is no blank at either end.
    pub text: Option<String>,
    /// What is said of its fields, by name; fields in repetitions are among them.
    pub fields: BTreeMap<&'a str, String>,
    /// Tags at the start of a line that name no field.
    pub unknown: Vec<Ident<'a>>,
}

/// Reads the comments of a file as documentation.
///
/// A comment belongs to the combinator on the next line, to the field on the next line within a declaration, or to
/// what ends before it on the same line. Separators, declarations that are commented out and `// LAYER n` say nothing.
/// The rules for `//@` are TDLib's; an `@` inside of a line starts a tag only when it names a field or `description`.
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

/// Takes the comments before an offset.
fn split<'c, 'a>(comments: &mut &'c [Comment<'a>], end: u32) -> &'c [Comment<'a>] {
    let count = comments.iter().take_while(|comment| comment.span.start < end).count();
    let (before, after) = comments.split_at(count);
    *comments = after;
    before
}

/// `// LAYER n` at either end of the file; between declarations it is said of a part of them.
fn layer(file: &File<'_>) -> Option<u32> {
    let first = file.items.first().map_or(u32::MAX, |item| span_of(item).start);
    let last = file.items.last().map_or(0, |item| span_of(item).end);
    let outside = |comment: &&Comment<'_>| comment.span.start < first || comment.span.start >= last;
    file.comments.iter().filter(outside).find_map(|comment| layer_of(comment.text))
}

/// The `n` of a comment `// LAYER n`.
pub(crate) fn layer_of(comment: &str) -> Option<u32> {
    let number = comment.strip_prefix("//")?.trim_start().strip_prefix("LAYER")?.trim();
    number.parse().ok()
}

/// Where an item stands.
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
