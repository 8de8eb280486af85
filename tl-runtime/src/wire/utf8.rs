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
    let rest = skip_ascii(bytes);
    rest.is_empty() || is_utf8_in_words(rest)
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

/// Checks eight bytes at a time, which hold ASCII and sequences of two bytes in most text.
// Not inlined, so that plain text need not save the registers that it uses.
#[inline(never)]
fn is_utf8_in_words(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    // Bit 7 of the first byte if the last word ended with the first byte of a pair.
    let mut open = 0;
    while !rest.is_empty() {
        let (word, tail) = match rest.split_first_chunk() {
            Some((word, tail)) => (u64::from_le_bytes(*word), tail),
            None => (last_word(bytes, rest), [].as_slice()),
        };
        if word & HIGH | open == 0 {
            rest = tail;
            continue;
        }
        // The first byte of a sequence of three or more.
        let long = word & word << 1 & word << 2 & HIGH;
        if long == 0 {
            let Some(after) = pairs(word, open) else { return false };
            (rest, open) = (tail, after);
            continue;
        }
        let before = long.trailing_zeros() & !7;
        if pairs(word & !(u64::MAX << before), open).is_none() {
            return false;
        }
        (rest, open) = (&rest[before as usize / 8..], 0);
        while let [0xe0..=0xff, ..] = rest {
            match skip_sequence(rest) {
                Some(behind) => rest = behind,
                None => return false,
            }
        }
    }
    open == 0
}

/// Checks eight bytes without a branch for each, if they hold only ASCII and sequences of two bytes. `open` has bit 7 set
/// if a pair began before them; the result has it set if one ends behind them.
#[inline]
fn pairs(word: u64, open: u64) -> Option<u64> {
    let firsts = word & word << 1 & HIGH;
    let seconds = word & !(word << 1) & HIGH;
    // 0xc0 and 0xc1: what they begin has a shorter form.
    let overlong = firsts & !(word << 3 | word << 4 | word << 5 | word << 6);
    ((firsts << 8 | open) ^ seconds | overlong == 0).then_some(firsts >> 56)
}

/// The last one to seven bytes, filled up with zeros. `rest` is the end of `bytes`.
#[inline]
fn last_word(bytes: &[u8], rest: &[u8]) -> u64 {
    let len = rest.len();
    if let Some(word) = bytes.last_chunk() {
        return u64::from_le_bytes(*word) >> (64 - 8 * len);
    }
    if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        let last = u64::from(u32::from_le_bytes(*last));
        return u64::from(u32::from_le_bytes(*first)) | last << (8 * (len - 4));
    }
    let byte = |at: usize| u64::from(rest[at]) << (8 * at);
    byte(0) | byte(len / 2) | byte(len - 1)
}

/// The rest after the sequence of three or four bytes at the start, if there is one.
#[inline]
fn skip_sequence(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [0xe0, 0xa0..=0xbf, 0x80..=0xbf, rest @ ..]
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

    /// The same at each place of a word of eight bytes, before and behind other text.
    fn in_words(bytes: &[u8]) {
        for lead in ["", "ж"] {
            for before in 0..=8 {
                for after in [0, 8] {
                    let parts = [lead.as_bytes(), &[b'a'; 8][..before], bytes, &[b'a'; 8][..after]];
                    agrees(&parts.concat());
                }
            }
        }
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
                in_words(&[first, second]);
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
