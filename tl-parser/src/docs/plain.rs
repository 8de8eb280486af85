//! Plain comments as documentation.

use super::{
    CombinatorDocs,
    place::{block_above, on_line_of, opens_line},
};
use crate::syntax::{Combinator, Comment, Field, FieldType};

/// Returns the documentation in the comments above a combinator.
pub(super) fn combinator<'a>(block: &[Comment<'a>]) -> CombinatorDocs<'a> {
    CombinatorDocs { text: text_of(block), ..CombinatorDocs::default() }
}

/// Adds the documentation in comments within a declaration and to its right.
pub(super) fn within<'a>(
    combinator: &Combinator<'a>,
    inside: &[Comment<'a>],
    right: &[Comment<'a>],
    text: &str,
    docs: &mut CombinatorDocs<'a>,
) {
    if !inside.is_empty() {
        let mut places = Vec::new();
        collect(&combinator.fields, &mut places);
        of_head(combinator, &places, inside, text, docs);
        places.iter().enumerate().for_each(|(index, place)| {
            let behind = index + 1;
            let next = behind + places[behind..].partition_point(|next| next.start < place.end);
            let next = places.get(next).map_or(combinator.result.span.start, |next| next.start);
            if let Some(said) = of_field(*place, next, inside, text) {
                docs.fields.entry(place.name).or_insert(said);
            }
        });
    }
    append(&mut docs.text, text_of(right));
}

/// A named field, in the order of the text.
#[derive(Clone, Copy)]
struct Place<'a> {
    name: &'a str,
    start: u32,
    end: u32,
}

fn collect<'a>(fields: &[Field<'a>], places: &mut Vec<Place<'a>>) {
    for field in fields {
        let nested = match &field.ty {
            FieldType::Repetition(repetition) => &repetition.fields[..],
            FieldType::Expr(_) => &[],
        };
        let end = nested.first().map_or(field.span.end, |inner| inner.span.start);
        let place = |name: &'a str| Place { name, start: field.span.start, end };
        places.extend(field.names.iter().map(|name| place(name.text)));
        collect(nested, places);
    }
}

/// Returns the comments on the first line, which document the combinator.
fn of_head<'a>(
    combinator: &Combinator<'a>,
    places: &[Place<'a>],
    inside: &[Comment<'a>],
    text: &str,
    docs: &mut CombinatorDocs<'a>,
) {
    let first = places.first().map_or(combinator.result.span.start, |place| place.start);
    let head = inside.iter().take_while(|comment| comment.span.start < first).count();
    let lone = inside[..head].iter().take_while(|comment| !opens_line(comment.span.start, text));
    append(&mut docs.text, text_of(&inside[..lone.count()]));
}

/// Returns the comments above a field and those to its right, up to the next field.
fn of_field(place: Place<'_>, next: u32, inside: &[Comment<'_>], text: &str) -> Option<String> {
    let before = inside.partition_point(|comment| comment.span.start < place.start);
    let behind = inside.partition_point(|comment| comment.span.start < place.end);
    let until = inside.partition_point(|comment| comment.span.start < next).max(behind);
    let mut said = text_of(block_above(place.start, &inside[..before], text));
    let right = on_line_of(place.end, &inside[behind..until], text);
    append(&mut said, text_of(&inside[behind..behind + right]));
    said
}

fn append(text: &mut Option<String>, more: Option<String>) {
    *text = match (text.take(), more) {
        (Some(text), Some(more)) => Some(format!("{text}\n{more}")),
        (text, more) => text.or(more),
    };
}

/// Returns the lines of a block of comments after the last comment that documents nothing.
fn text_of(block: &[Comment<'_>]) -> Option<String> {
    let start =
        block.iter().rposition(|comment| says_nothing(comment.text)).map_or(0, |last| last + 1);
    let lines: Vec<String> = block[start..].iter().map(|comment| body(comment.text)).collect();
    let text = lines.join("\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Strips the delimiters of a comment.
fn body(comment: &str) -> String {
    if let Some(line) = comment.strip_prefix("//") {
        return line.trim().to_owned();
    }
    let block = comment.trim_start_matches("/*").trim_end_matches("*/");
    let lines = block.lines().map(|line| line.trim().trim_start_matches('*').trim());
    lines.collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// Returns whether the comment is a separator, a tag, a layer, or commented-out text.
fn says_nothing(comment: &str) -> bool {
    let line = comment.trim_start_matches('/').trim();
    let ruler = |c: char| matches!(c, '/' | '-' | '=' | '*' | '#' | '~' | '_' | ' ');
    let drawn =
        comment.starts_with("///") || comment.starts_with("//--") || comment.starts_with("//==");
    drawn
        || (!line.is_empty() && line.chars().all(ruler))
        || line.starts_with('@')
        || super::layer_of(comment).is_some()
        || is_declaration(line)
}

/// Returns whether the text looks like `x:int = X;` or `x:int`.
fn is_declaration(line: &str) -> bool {
    let code = line.split("//").next().unwrap_or_default().trim_end();
    let (first, rest) = code.split_once(':').unwrap_or((code, ""));
    let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    let field = first.bytes().all(word) && rest.starts_with(|next: char| !next.is_whitespace());
    field || (code.ends_with(';') && code.contains('='))
}
