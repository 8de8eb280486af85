//! A check for UTF-8 that is fast for short text.

/// The bits that distinguish ASCII from other bytes, in eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Bytes as text, if they are UTF-8.
///
/// It accepts the same bytes as [`core::str::from_utf8`]. That function needs aligned words, so it goes byte by byte
/// through text that is short or in two alphabets, and decoding messages takes a tenth longer with it.
#[expect(unsafe_code, reason = "core's own check is what this one replaces; see the proof below")]
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    if !is_utf8(bytes) {
        return None;
    }
    // SAFETY: `is_utf8` accepts nothing but ASCII and the sequences of table 3-7 of the Unicode standard, one after
    // another to the end. The tests compare it with core's check on all strings of up to two bytes, with every third and
    // fourth byte at which a rule of the table begins or ends, and on text of all lengths of sequence, cut and damaged.
    Some(unsafe { core::str::from_utf8_unchecked(bytes) })
}

fn is_utf8(bytes: &[u8]) -> bool {
    let mut rest = skip_ascii(bytes);
    while !rest.is_empty() {
        while let [0x80..=0xff, ..] = rest {
            match skip_sequence(rest) {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
        rest = skip_ascii(rest);
    }
    true
}

/// The rest after the ASCII at the start.
#[inline]
fn skip_ascii(bytes: &[u8]) -> &[u8] {
    let mut rest = bytes;
    while let Some((word, tail)) = rest.split_first_chunk() {
        let high = u64::from_le_bytes(*word) & HIGH;
        if high != 0 {
            return &rest[high.trailing_zeros() as usize / 8..];
        }
        rest = tail;
    }
    // Less than a word is left. The last whole word contains it, after bytes that are known to be ASCII.
    if bytes.last_chunk().is_some_and(|word| u64::from_le_bytes(*word) & HIGH == 0) {
        return &[];
    }
    while let [0..=0x7f, tail @ ..] = rest {
        rest = tail;
    }
    rest
}

/// The rest after the sequence of two to four bytes at the start, if there is one.
#[inline]
fn skip_sequence(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [0xc2..=0xdf, 0x80..=0xbf, rest @ ..]
        | [0xe0, 0xa0..=0xbf, 0x80..=0xbf, rest @ ..]
        | [0xe1..=0xec | 0xee | 0xef, 0x80..=0xbf, 0x80..=0xbf, rest @ ..]
        | [0xed, 0x80..=0x9f, 0x80..=0xbf, rest @ ..]
        | [0xf0, 0x90..=0xbf, 0x80..=0xbf, 0x80..=0xbf, rest @ ..]
        | [0xf1..=0xf3, 0x80..=0xbf, 0x80..=0xbf, 0x80..=0xbf, rest @ ..]
        | [0xf4, 0x80..=0x8f, 0x80..=0xbf, 0x80..=0xbf, rest @ ..] => Some(rest),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn agrees(bytes: &[u8]) {
        assert_eq!(text(bytes), core::str::from_utf8(bytes).ok(), "{bytes:x?}");
    }

    /// Bytes at which the rules change, and their neighbors.
    const EDGES: [u8; 28] = [
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1,
        0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfe, 0xff,
    ];

    #[test]
    fn all_strings_of_two_bytes_and_of_edges_agree_with_core() {
        for first in 0..=u8::MAX {
            agrees(&[first]);
            for second in 0..=u8::MAX {
                agrees(&[first, second]);
                for third in EDGES {
                    agrees(&[first, second, third]);
                    for fourth in EDGES {
                        agrees(&[first, second, third, fourth]);
                    }
                }
            }
        }
    }

    #[test]
    fn mixed_text_agrees_with_core_wherever_it_is_cut_or_damaged() {
        let text = "plain text, then меня зовут, 漢字 and 👍🏽; \u{7ff}\u{800}\u{d7ff}\u{e000}\u{ffff}\u{10000}\u{10ffff} end of it";
        for start in 0..text.len() {
            for end in start..=text.len() {
                agrees(&text.as_bytes()[start..end]);
            }
        }
        let mut damaged = Vec::from(text);
        for at in 0..damaged.len() {
            for byte in EDGES {
                let was = core::mem::replace(&mut damaged[at], byte);
                agrees(&damaged);
                damaged[at] = was;
            }
        }
    }
}
