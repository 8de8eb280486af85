//! Recovery: finds the next field or declaration after a fault.

use super::{
    cursor::Cursor,
    fault::{Cause, Fault},
    head::{is_head, opens_declaration, starts_line},
    lexis::{blank, is_blank, is_word},
};
use crate::syntax::{ApplyStyle, Expr, ExprKind};

/// Returns the end of a field that cannot be parsed: the next blank outside of brackets, or whatever ends a
/// list of fields.
pub(super) fn past_field<'a, 's>(start: Cursor<'a, 's>, fault: Fault) -> Cursor<'a, 's> {
    // A `:` where a closing bracket is missing belongs to the next field, so no bracket is open any more.
    let unclosed = matches!(fault.cause, Cause::Unclosed(_));
    let abandons = unclosed && start.moved(fault.at).peek() == Some(b':');
    let mut here = if abandons { start.moved(fault.at) } else { start };
    let mut depth = 0_u32;
    while let Some(byte) = here.peek() {
        let reached = here.at() >= fault.at;
        let outside = reached && depth == 0;
        let next = blank(here);
        if next.at() > here.at() {
            if outside || (reached && opens_declaration(here, next)) {
                break;
            }
            here = next;
            continue;
        }
        match byte {
            b';' | b'=' if reached => break,
            b']' | b'}' if outside => break,
            b'(' | b'[' | b'{' | b'<' => depth += 1,
            b')' | b']' | b'}' | b'>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        here = here.advance(1);
    }
    if unclosed && here.peek() == Some(b';') {
        here = past_close(here).unwrap_or(here);
    }
    boundary(if here.at() > start.at() { here } else { start.advance(1) })
}

/// Returns the position after the closing bracket, if it follows a misplaced `;` within brackets.
fn past_close<'a, 's>(semicolon: Cursor<'a, 's>) -> Option<Cursor<'a, 's>> {
    let ahead = &semicolon.bytes()[1..];
    let length = ahead.iter().position(|byte| b")]}>;=({[<\n/".contains(byte))?;
    matches!(ahead[length], b')' | b']' | b'}' | b'>').then(|| semicolon.advance(length + 2))
}

/// Returns the end of a declaration that cannot be parsed at `at`: past the next `;`, or before a line that
/// starts another declaration.
pub(super) fn past_declaration<'a, 's>(start: Cursor<'a, 's>, at: u32) -> Cursor<'a, 's> {
    let mut here = start.moved(at.max(start.at()));
    while let Some(byte) = here.peek() {
        let next = blank(here);
        if next.at() > here.at() {
            if opens_declaration(here, next) {
                return here;
            }
            here = next;
        } else {
            here = here.advance(1);
            if byte == b';' {
                break;
            }
        }
    }
    here
}

/// Returns the next position on a character boundary.
fn boundary<'a, 's>(mut here: Cursor<'a, 's>) -> Cursor<'a, 's> {
    while !here.text().is_char_boundary(here.at() as usize) {
        here = here.advance(1);
    }
    here
}

/// Returns whether a declaration may end here without its `;`: the rest of the line is empty, and the text
/// ends or the next line starts another declaration.
pub(super) fn at_boundary(rest: Cursor<'_, '_>) -> bool {
    let start = blank(rest);
    match start.peek() {
        None => true,
        Some(b'-' | b'=') => opens_declaration(rest, start),
        Some(b'@' | b'_') => starts_line(rest, start),
        Some(byte) => byte.is_ascii_alphabetic() && starts_line(rest, start),
    }
}

/// A result that ends at `rest` without a `;` may include the name of the next declaration as an argument.
/// Returns how many arguments belong to the result.
///
/// The name of the next declaration has an id or starts a line; otherwise the text at `rest` decides how far
/// back it is.
pub(super) fn overrun(
    input: Cursor<'_, '_>,
    result: &Expr<'_>,
    rest: Cursor<'_, '_>,
    failure: Option<&nom::Err<Fault>>,
) -> Option<usize> {
    let is_group = |fault: &Fault| rest.moved(fault.at).peek() == Some(b':');
    match failure {
        // `(x y:int)`, parsed as a type, fails at the `:`.
        Some(nom::Err::Error(fault) | nom::Err::Failure(fault)) if !is_group(fault) => return None,
        _ => {}
    }
    let ExprKind::Apply { head, args, style: ApplyStyle::Juxtaposed } = &result.kind else {
        return None;
    };
    let found = blank(rest).bytes();
    if let Some(named) =
        args.iter().position(|arg| is_combinator(arg) && is_head(input.moved(arg.span.start)))
    {
        return Some(named);
    }
    let back = match found {
        [b'=', b'=', ..] => return None,
        [b':', ..] => 2,
        [b'=' | b'{' | b'?' | b'(' | b'[' | b'!', ..] => 1,
        _ => return None,
    };
    let ends = core::iter::once(head.span.end).chain(args.iter().map(|arg| arg.span.end));
    let mut lines = args.iter().zip(ends).map(|(arg, end)| {
        is_combinator(arg) && starts_line(input.moved(end), input.moved(arg.span.start))
    });
    let guess = || args.len().checked_sub(back).filter(|&index| is_combinator(&args[index]));
    lines.position(|starts| starts).or_else(guess)
}

/// Returns whether this may be the name of a combinator.
fn is_combinator(arg: &Expr<'_>) -> bool {
    let ExprKind::Name(name) = arg.kind else { return false };
    let last = name.text.rsplit('.').next().unwrap_or_default();
    last.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Returns whether a comment in another language's syntax starts here.
pub(super) fn is_foreign_comment(start: Cursor<'_, '_>) -> bool {
    match start.bytes() {
        [b'#', next, ..] => !is_word(*next),
        [b'-', b'-', next, ..] => is_blank(*next),
        _ => false,
    }
}
