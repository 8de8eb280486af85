//! Recognizes the start of a declaration, for recovery.

use super::{
    cursor::Cursor,
    fault::Expected,
    lexis::{byte, ident, is_next},
};

/// Returns whether a line starts between the two positions, and a section, a mark or an unmistakable
/// declaration starts at the second.
pub(super) fn opens_declaration(before: Cursor<'_, '_>, start: Cursor<'_, '_>) -> bool {
    match start.bytes() {
        [b'-', b'-', ..] | [b'=', b'=', ..] => starts_line(before, start),
        [byte, ..] if byte.is_ascii_lowercase() => starts_line(before, start) && is_head(start),
        _ => false,
    }
}

/// Returns whether a line starts between the two positions.
pub(super) fn starts_line(before: Cursor<'_, '_>, start: Cursor<'_, '_>) -> bool {
    before.until(start).bytes().any(|byte| byte == b'\n')
}

/// Returns whether the name and id of a declaration follow.
pub(super) fn is_head(start: Cursor<'_, '_>) -> bool {
    is_next(start, |input| {
        let (rest, _) = ident(input)?;
        let (rest, _) = byte(b'#', Expected::NOTHING)(rest)?;
        match rest.peek() {
            Some(digit) if digit.is_ascii_hexdigit() => Ok((rest, ())),
            _ => rest.fail(Expected::HEX),
        }
    })
}
