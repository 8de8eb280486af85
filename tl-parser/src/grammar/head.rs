//! How a declaration begins, for the search of where reading goes on.

use super::{
    cursor::Cursor,
    fault::Expected,
    lexis::{byte, ident, is_next},
};

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
pub(super) fn starts_line(before: Cursor<'_, '_>, start: Cursor<'_, '_>) -> bool {
    before.until(start).bytes().any(|byte| byte == b'\n')
}

/// Whether a declaration's name and id stand here.
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
