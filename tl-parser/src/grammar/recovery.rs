//! Where reading goes on after a fault: the next field, or the next declaration.

use super::{
    combinator::is_head,
    cursor::Cursor,
    fault::{Cause, Fault},
    lexis::{blank, ident, is_blank, is_word},
};

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

/// Whether a line starts between the two places, and at the second one a section, a mark or a declaration that
/// cannot be anything else.
pub(super) fn opens_declaration(before: Cursor<'_, '_>, start: Cursor<'_, '_>) -> bool {
    match start.bytes() {
        [b'-', b'-', ..] | [b'=', b'=', ..] => starts_line(before, start),
        [byte, ..] if byte.is_ascii_lowercase() => starts_line(before, start) && is_head(start),
        _ => false,
    }
}

/// Whether a line starts between the two places.
fn starts_line(before: Cursor<'_, '_>, start: Cursor<'_, '_>) -> bool {
    before.until(start).bytes().any(|byte| byte == b'\n')
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

/// A result that was read from `input` to `rest` but is not followed by `;` may hold the name of the next
/// declaration, whose `=`, `{`, `:` or id is at `rest`: the place where that one starts.
pub(super) fn overrun(input: Cursor<'_, '_>, rest: Cursor<'_, '_>) -> Option<u32> {
    let found = blank(rest);
    if !matches!(found.peek(), Some(b'=' | b'{' | b':' | b'?' | b'(' | b'[' | b'!'))
        || found.bytes().starts_with(b"==")
    {
        return None;
    }
    let words = names(input, rest);
    let opener = words.iter().skip(1).find(|word| word.opens_line || word.has_id);
    let guess = if found.peek() == Some(b':') {
        words.len().checked_sub(2)
    } else {
        words.len().checked_sub(1)
    };
    let word =
        opener.or_else(|| guess.filter(|&index| index > 0).and_then(|index| words.get(index)))?;
    Some(word.end_before)
}

/// A name in a result that may be a combinator's.
struct Word {
    opens_line: bool,
    has_id: bool,
    end_before: u32,
}

fn names(input: Cursor<'_, '_>, rest: Cursor<'_, '_>) -> Vec<Word> {
    let mut words = Vec::new();
    let mut here = input;
    while here.at() < rest.at() {
        let start = blank(here);
        if let Ok((after, name)) = ident(start) {
            let lower = name
                .text
                .rsplit('.')
                .next()
                .unwrap_or_default()
                .starts_with(|first: char| first.is_ascii_lowercase());
            if lower || words.is_empty() {
                let opens_line = starts_line(here, start);
                words.push(Word { opens_line, has_id: is_head(start), end_before: here.at() });
            }
            here = after;
        } else {
            here = boundary(start.advance(1));
        }
    }
    words
}

/// Whether a comment of another language starts here.
pub(super) fn is_foreign_comment(start: Cursor<'_, '_>) -> bool {
    match start.bytes() {
        [b'#', next, ..] => !is_word(*next),
        [b'-', b'-', next, ..] => is_blank(*next),
        _ => false,
    }
}
