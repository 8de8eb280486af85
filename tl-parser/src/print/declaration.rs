//! Lays out a combinator on one line, or with a line for each part.

use super::{Page, clean, spelling, take};
use crate::{
    span::Span,
    syntax::{Combinator, Comment, Field, FieldType, Repetition},
};

/// Longer declarations take several lines.
const WIDTH: usize = 120;

const INDENT: usize = 4;

/// Prints a combinator with the comments inside it.
pub(super) fn print(page: &mut Page<'_>, combinator: &Combinator<'_>, inside: &[Comment<'_>]) {
    let mut comments = inside;
    let head = head_span(combinator);
    // Comments between the parts of the head move above it.
    hoist(page, take(&mut comments, head.end), start_of(head), 0);
    let result = combinator.result.span;
    let count = comments.iter().take_while(|comment| comment.span.start < result.end).count();
    let (before, after) = comments.split_at(count);
    // A comment between the result and `;` moves to the right of the result or above it.
    let (beside, apart): (Vec<Comment<'_>>, Vec<Comment<'_>>) =
        after.iter().copied().partition(|comment| {
            let between = super::slice(page.text, Span::new(result.end, comment.span.start));
            !between.contains('\n')
        });
    let line = on_one_line(combinator, page.text);
    if before.is_empty() && apart.is_empty() && line.chars().count() <= WIDTH {
        page.line(Span::new(head.start, result.end), 0, &line);
    } else {
        broken(page, combinator, before, &apart);
    }
    above(page, &beside, INDENT);
    page.end = page.end.max(combinator.span.end);
}

/// Prints a combinator with a line for each part.
fn broken(
    page: &mut Page<'_>,
    combinator: &Combinator<'_>,
    mut before: &[Comment<'_>],
    lone: &[Comment<'_>],
) {
    page.line(head_span(combinator), 0, &spelling::head(combinator, page.text));
    fields(page, &combinator.fields, INDENT, &mut before);
    above(page, before, INDENT);
    let result = combinator.result.span;
    hoist(page, lone, start_of(result), INDENT);
    // Prevents an empty line before the result.
    page.end = page.end.max(result.start);
    page.line(result, INDENT, &spelling::ending(combinator, page.text));
}

/// Spells a combinator without its comments.
pub(super) fn on_one_line(combinator: &Combinator<'_>, text: &str) -> String {
    let mut line = spelling::head(combinator, text);
    for field in &combinator.fields {
        line.push(' ');
        line.push_str(&spelling::field(field, text));
    }
    line + " " + &spelling::ending(combinator, text)
}

/// Returns the span from the first annotation or the name to the last parameter.
fn head_span(combinator: &Combinator<'_>) -> Span {
    let name = combinator.id.map_or(combinator.name.span, |id| id.span);
    let params = combinator.params.last().map_or(name, |params| params.span);
    Span::new(combinator.span.start, name.end.max(params.end))
}

/// Prints each field on its own line, below the comments before it.
fn fields(page: &mut Page<'_>, fields: &[Field<'_>], indent: usize, comments: &mut &[Comment<'_>]) {
    for field in fields {
        above(page, take(comments, field.span.start), indent);
        let (place, whole) = (start_of(field.span), field.span);
        match &field.ty {
            FieldType::Repetition(repetition) if !repetition.fields.is_empty() => {
                let times =
                    repetition.times.as_ref().map_or(repetition.span.start, |times| times.span.end);
                hoist(page, take(comments, times), place, indent);
                if comments.first().is_some_and(|comment| comment.span.start < whole.end) {
                    broken_repetition(page, field, repetition, indent, comments);
                    continue;
                }
            }
            _ => hoist(page, take(comments, whole.end), place, indent),
        }
        page.line(whole, indent, &spelling::field(field, page.text));
    }
}

/// Prints a repetition with inner comments over several lines.
fn broken_repetition(
    page: &mut Page<'_>,
    field: &Field<'_>,
    repetition: &Repetition<'_>,
    indent: usize,
    comments: &mut &[Comment<'_>],
) {
    let times = repetition.times.as_ref().map_or(repetition.span.start, |times| times.span.end);
    let after = super::slice(page.text, Span::new(times, repetition.span.end));
    let bracket = after.find('[').and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
    let opening = Span::new(field.span.start, times + bracket + 1);
    let (before, times) =
        (spelling::opening(field, page.text), spelling::times(repetition, page.text));
    page.line(opening, indent, &format!("{before}{times}["));
    fields(page, &repetition.fields, indent + INDENT, comments);
    above(page, take(comments, repetition.span.end), indent + INDENT);
    let close = Span::new(repetition.span.end.saturating_sub(1), field.span.end);
    page.line(close, indent, if field.grouped { "])" } else { "]" });
}

/// Prints the comments between two parts.
fn above(page: &mut Page<'_>, comments: &[Comment<'_>], indent: usize) {
    for comment in comments {
        page.beside(comment.span, comment.text, indent);
    }
}

/// Moves the comments within a part above it.
fn hoist(page: &mut Page<'_>, comments: &[Comment<'_>], place: Span, indent: usize) {
    for comment in comments {
        page.line(place, indent, &clean(comment.text));
    }
}

fn start_of(span: Span) -> Span {
    Span::new(span.start, span.start)
}
