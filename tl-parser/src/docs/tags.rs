//! TDLib's `//@tag` comments.

use std::collections::{BTreeMap, BTreeSet};

use super::CombinatorDocs;
use crate::{
    span::Span,
    syntax::{Combinator, Comment, Field, FieldType, Ident},
};

/// A tag, with the text up to the next one.
struct Tag<'a> {
    name: Ident<'a>,
    /// The first word of the text; for `@class` it is the type.
    first: &'a str,
    text: String,
}

/// Returns the documentation in a block of comments above a combinator; `None` if it has no tag.
pub(super) fn combinator<'a>(
    block: &[Comment<'a>],
    combinator: &Combinator<'a>,
) -> Option<CombinatorDocs<'a>> {
    if block.is_empty() {
        return None;
    }
    let mut names = BTreeSet::new();
    field_names(&combinator.fields, &mut names);
    let tags = tags(block, &names);
    if tags.is_empty() {
        return None;
    }
    let mut docs = CombinatorDocs::default();
    let mut of_class = false;
    for tag in tags {
        match tag.name.text {
            // `classes` reads this tag and the description after it.
            "class" => of_class = true,
            "description" if of_class => of_class = false,
            "description" => docs.text = Some(tag.text),
            name => field(&mut docs, &names, name, tag.name, tag.text),
        }
    }
    Some(docs)
}

/// Adds `@name text`, or `@param_description text` for a field called `description`.
fn field<'a>(
    docs: &mut CombinatorDocs<'a>,
    names: &BTreeSet<&'a str>,
    tag: &str,
    place: Ident<'a>,
    text: String,
) {
    let plain = tag.strip_prefix("param_").unwrap_or(tag);
    match names.get(tag).or_else(|| names.get(plain)) {
        Some(name) => _ = docs.fields.insert(name, text),
        None => docs.unknown.push(place),
    }
}

/// Reads `//@class Type @description …`, wherever it is.
pub(super) fn classes<'a>(comments: &[Comment<'a>], types: &mut BTreeMap<&'a str, String>) {
    let is_class = |comment: &Comment<'_>| comment.text.starts_with("//@class");
    if !comments.iter().any(is_class) {
        return;
    }
    let mut class = None;
    for tag in tags(comments, &BTreeSet::new()) {
        match tag.name.text {
            "class" => class = Some(tag.first),
            "description" => {
                if let Some(name) = class.take() {
                    types.insert(name, tag.text);
                }
            }
            _ => class = None,
        }
    }
}

/// Returns the tags of the comments, in order.
fn tags<'a>(comments: &[Comment<'a>], names: &BTreeSet<&str>) -> Vec<Tag<'a>> {
    let mut tags: Vec<Tag<'a>> = Vec::new();
    for comment in comments {
        if let Some(more) = comment.text.strip_prefix("//-") {
            if let Some(tag) = tags.last_mut() {
                tag.text.push('\n');
                tag.text.push_str(more.trim());
            }
        } else if comment.text.starts_with("//@") {
            line(comment, names, &mut tags);
        }
    }
    tags
}

/// Adds the tags of one line.
fn line<'a>(comment: &Comment<'a>, names: &BTreeSet<&str>, tags: &mut Vec<Tag<'a>>) {
    let mut rest = comment.text.trim_start_matches('/');
    let mut at = comment.text.len() - rest.len();
    while let Some(after) = rest.strip_prefix('@') {
        let length =
            after.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'_').count();
        let name = &after[..length];
        let start = comment.span.start + to_u32(at + 1);
        let name = Ident { span: Span::new(start, start + to_u32(length)), text: name };
        let body = &after[length..];
        let end = next_tag(body, names);
        let text = body[..end].trim();
        let first = text.split_whitespace().next().unwrap_or_default();
        tags.push(Tag { name, first, text: text.to_owned() });
        at += 1 + length + end;
        rest = &body[end..];
    }
}

/// Returns the offset of the next tag on a line, or the end of the line.
fn next_tag(body: &str, names: &BTreeSet<&str>) -> usize {
    let is_tag = |at: usize| {
        let after = &body[at + 1..];
        let length =
            after.bytes().take_while(|&byte| byte.is_ascii_alphanumeric() || byte == b'_').count();
        let name = &after[..length];
        matches!(name, "description" | "param_description" | "class") || names.contains(name)
    };
    body.match_indices('@')
        .map(|(at, _)| at)
        .find(|&at| at > 0 && body.as_bytes()[at - 1] == b' ' && is_tag(at))
        .unwrap_or(body.len())
}

fn field_names<'a>(fields: &[Field<'a>], names: &mut BTreeSet<&'a str>) {
    for field in fields {
        names.extend(field.names.iter().map(|name| name.text));
        if let FieldType::Repetition(repetition) = &field.ty {
            field_names(&repetition.fields, names);
        }
    }
}

fn to_u32(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
