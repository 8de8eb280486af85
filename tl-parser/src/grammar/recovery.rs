//! Where reading goes on after a fault: the next field, or the next declaration.

use super::{
    cursor::Cursor,
    fault::{Cause, Fault},
    head::{is_head, opens_declaration, starts_line},
    lexis::{blank, is_blank, is_word},
};
use crate::syntax::{ApplyStyle, Expr, ExprKind};

/// The end of the field that starts at `start` and cannot be read at the fault: the next blank outside of
/// brackets, or what ends a list of fields.
pub(super) fn past_field<'a, 's>(start: Cursor<'a, 's>, fault: Fault) -> Cursor<'a, 's> {
    // A `:` where a bracket should be closed belongs to the next field: nothing is open any more.
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

/// Where an open bracket is closed behind a `;` that stands in it by mistake.
fn past_close<'a, 's>(semicolon: Cursor<'a, 's>) -> Option<Cursor<'a, 's>> {
    let ahead = &semicolon.bytes()[1..];
    let length = ahead.iter().position(|byte| b")]}>;=({[<\n/".contains(byte))?;
    matches!(ahead[length], b')' | b']' | b'}' | b'>').then(|| semicolon.advance(length + 2))
}

/// The end of the declaration that cannot be read at `at`: past the next `;`, or before a line that opens a
/// declaration.
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

/// The next place that is not inside of a character.
fn boundary<'a, 's>(mut here: Cursor<'a, 's>) -> Cursor<'a, 's> {
    while !here.text().is_char_boundary(here.at() as usize) {
        here = here.advance(1);
    }
    here
}

/// Whether a declaration may end here for lack of a `;`: nothing follows on the line, and what follows on the next
/// opens another declaration, or nothing does.
pub(super) fn at_boundary(rest: Cursor<'_, '_>) -> bool {
    let start = blank(rest);
    match start.peek() {
        None => true,
        Some(b'-' | b'=') => opens_declaration(rest, start),
        Some(b'@' | b'_') => starts_line(rest, start),
        Some(byte) => byte.is_ascii_alphabetic() && starts_line(rest, start),
    }
}

/// A result that was read up to `rest` but is not followed by `;` may have taken the name of the next declaration for an
/// argument. Returns how many arguments are its own.
///
/// That name has an id, or starts a line; or else what is at `rest` tells how far back it is.
pub(super) fn overrun(
    input: Cursor<'_, '_>,
    result: &Expr<'_>,
    rest: Cursor<'_, '_>,
    failure: Option<&nom::Err<Fault>>,
) -> Option<usize> {
    let is_group = |fault: &Fault| rest.moved(fault.at).peek() == Some(b':');
    match failure {
        // `(x y:int)`, read as a type: a `:` is what it fails at.
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

/// Whether this may be the name of a combinator.
fn is_combinator(arg: &Expr<'_>) -> bool {
    let ExprKind::Name(name) = arg.kind else { return false };
    let last = name.text.rsplit('.').next().unwrap_or_default();
    last.starts_with(|first: char| first.is_ascii_lowercase())
}

/// Whether a comment of another language starts here.
pub(super) fn is_foreign_comment(start: Cursor<'_, '_>) -> bool {
    match start.bytes() {
        [b'#', next, ..] => !is_word(*next),
        [b'-', b'-', next, ..] => is_blank(*next),
        _ => false,
    }
}
