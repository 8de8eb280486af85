//! A check for UTF-8 that is fast for short text.

/// The bits that distinguish ASCII from other bytes, in eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The same in a block.
const HIGHS: u128 = (HIGH as u128) << 64 | HIGH as u128;

/// Bytes as text, if they are UTF-8.
///
/// It accepts the same bytes as [`core::str::from_utf8`]. That function needs aligned words, so it goes byte by byte
/// through text in two alphabets, and decoding messages takes a tenth longer with it.
pub(crate) fn text(bytes: &[u8]) -> Option<&str> {
    text_if(Check::Utf8, bytes)
}

/// Bytes as text, if they are few and all ASCII. This check is inlined; [`text`] is a call.
#[inline]
pub(crate) fn plain_text(bytes: &[u8]) -> Option<&str> {
    text_if(Check::FewAscii, bytes)
}

#[derive(Clone, Copy)]
enum Check {
    FewAscii,
    Utf8,
}

#[inline]
#[expect(unsafe_code, reason = "core's own check is what these replace; see the proof below")]
fn text_if(check: Check, bytes: &[u8]) -> Option<&str> {
    let accepted = match check {
        Check::FewAscii => is_few_ascii(bytes),
        Check::Utf8 => is_utf8(bytes),
    };
    if !accepted {
        return None;
    }
    // SAFETY: ASCII is UTF-8. `is_utf8` accepts nothing but ASCII and the sequences of table 3-7 of the Unicode
    // standard, one after another to the end. The tests compare both checks with core's on all strings of up to two
    // bytes, with every third and fourth byte at which a rule of the table begins or ends, and on text of all lengths
    // of sequence, cut and damaged.
    Some(unsafe { core::str::from_utf8_unchecked(bytes) })
}

/// Whether there are at most 16 bytes, and all are ASCII.
#[inline]
fn is_few_ascii(bytes: &[u8]) -> bool {
    // The first and the last bytes may overlap.
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let all = u64::from_ne_bytes(*first) | u64::from_ne_bytes(*last);
        return bytes.len() <= 16 && all & HIGH == 0;
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let all = u32::from_ne_bytes(*first) | u32::from_ne_bytes(*last);
        return u64::from(all) & HIGH == 0;
    }
    match bytes {
        [] => true,
        [first, .., last] => (first | bytes[bytes.len() / 2] | last).is_ascii(),
        [byte] => byte.is_ascii(),
    }
}

fn is_utf8(bytes: &[u8]) -> bool {
    if let Some(last) = bytes.last_chunk() {
        return is_ascii(bytes, last) || is_utf8_in_blocks(bytes, last);
    }
    let rest = skip_ascii(bytes);
    rest.is_empty() || core::str::from_utf8(rest).is_ok()
}

/// The rest after the ASCII at the start of a text that is shorter than a window.
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

/// The number of bytes that are checked at a time.
const BLOCK: usize = 16;

/// The number of bytes before a byte that decide whether it may be there.
const BEFORE: usize = 3;

type Block = [u8; BLOCK];

/// A block, and the bytes before it.
type Window = [u8; BEFORE + BLOCK];

#[inline]
fn is_ascii(bytes: &[u8], last: &Window) -> bool {
    let mut all = 0;
    let mut rest = bytes;
    while let Some((block, tail)) = rest.split_first_chunk() {
        all |= u128::from_ne_bytes(*block);
        rest = tail;
    }
    // The last block contains what is left, which is less than a block.
    all |= last.last_chunk().map_or(0, |block| u128::from_ne_bytes(*block));
    all & HIGHS == 0
}

/// Checks a block at a time. `last` is the end of `bytes`.
// Not inlined, so that plain text need not save the registers that it uses.
#[inline(never)]
fn is_utf8_in_blocks(bytes: &[u8], last: &Window) -> bool {
    let mut faults = [0; BLOCK];
    if let Some(first) = bytes.first_chunk() {
        let [third, second, before] = [3, 2, 1].map(|by| moved_up(first, by));
        check(&mut faults, [&third, &second, &before, first]);
    }
    let mut rest = &bytes[BLOCK - BEFORE..];
    while let Some(window) = rest.first_chunk() {
        check_window(&mut faults, window);
        rest = &rest[BLOCK..];
    }
    // The last window contains what is left, which is less than a block.
    check_window(&mut faults, last);
    faults == [0; BLOCK] && !ends_within_sequence(bytes)
}

/// The block, each byte `by` places later, after zeros.
#[inline]
const fn moved_up(block: &Block, by: usize) -> Block {
    (u128::from_le_bytes(*block) << (8 * by)).to_le_bytes()
}

const fn ends_within_sequence(bytes: &[u8]) -> bool {
    matches!(bytes, [.., 0xc0..=0xff] | [.., 0xe0..=0xff, _] | [.., 0xf0..=0xff, _, _])
}

#[inline]
fn check_window(faults: &mut Block, window: &Window) {
    let from = |at: usize| window[at..].first_chunk().expect("a window is longer than a block");
    check(faults, [from(0), from(1), from(2), from(3)]);
}

/// Sets bits of `faults` where a byte may not be where it is. The last block is checked; the others have for each of
/// its bytes the three before it.
///
/// The compiler turns this loop into instructions for whole blocks, because there is no branch in it.
#[inline]
fn check(faults: &mut Block, [thirds, seconds, firsts, bytes]: [&Block; 4]) {
    for at in 0..BLOCK {
        let (third, second, before, byte) = (thirds[at], seconds[at], firsts[at], bytes[at]);
        // Not 0 if a sequence began so far before the byte that the byte belongs to it.
        let open =
            before.saturating_sub(0xbf) | second.saturating_sub(0xdf) | third.saturating_sub(0xef);
        let misplaced = all_bits(all_bits(open == 0) == all_bits(is_below(byte, 0xc0)));
        // 0xc0 and 0xc1 would begin what has a shorter form, and bytes from 0xf5 what is above the last character.
        let never = all_bits(byte & 0xfe == 0xc0) | byte.saturating_sub(0xf4);
        // After 0xe0 and 0xf0 these bytes have a shorter form. After 0xed the others are surrogates, and after 0xf4
        // above the last character.
        let after_three = 0xed ^ all_bits(is_below(byte, 0xa0)) & (0xed ^ 0xe0);
        let after_four = 0xf4 ^ all_bits(is_below(byte, 0x90)) & (0xf4 ^ 0xf0);
        faults[at] |=
            misplaced | never | all_bits(before == after_three) | all_bits(before == after_four);
    }
}

/// Whether a byte is from 0x80 up to `limit`, which it does not reach: one comparison of numbers with a sign.
#[inline]
const fn is_below(byte: u8, limit: u8) -> bool {
    byte.cast_signed() < limit.cast_signed()
}

/// All bits if `is_set`, or else none.
#[inline]
const fn all_bits(is_set: bool) -> u8 {
    (is_set as u8).wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn agrees(bytes: &[u8]) {
        let expected = core::str::from_utf8(bytes).ok();
        assert_eq!(text(bytes), expected, "{bytes:x?}");
        let is_plain = bytes.is_ascii() && bytes.len() <= 16;
        assert_eq!(plain_text(bytes), expected.filter(|_| is_plain), "{bytes:x?}");
    }

    /// Compares the checks on up to four bytes at the start of a text, where two blocks meet, and at the end.
    fn agrees_in_blocks(bytes: &[u8]) {
        for (before, after) in [(0, BLOCK), (13, BLOCK), (14, BLOCK), (15, BLOCK), (2 * BLOCK, 0)] {
            let mut text = [b'a'; 3 * BLOCK];
            text[before..][..bytes.len()].copy_from_slice(bytes);
            agrees(&text[..before + bytes.len() + after]);
        }
    }

    /// Bytes at which the rules change, and their neighbors.
    const EDGES: [u8; 25] = [
        0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec,
        0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xff,
    ];

    #[test]
    fn all_strings_of_two_bytes_and_of_edges_agree_with_core() {
        for first in 0..=u8::MAX {
            agrees(&[first]);
            for second in 0..=u8::MAX {
                agrees(&[first, second]);
                agrees_in_blocks(&[first, second]);
            }
        }
        for first in EDGES {
            for second in EDGES {
                for third in EDGES {
                    agrees(&[first, second, third]);
                    agrees_in_blocks(&[first, second, third]);
                    for fourth in EDGES {
                        agrees_in_blocks(&[first, second, third, fourth]);
                    }
                }
            }
        }
    }

    #[test]
    fn ascii_agrees_with_core_at_all_lengths_and_each_byte_counts() {
        for len in 0..=3 * BLOCK {
            let mut text = [b'a'; 3 * BLOCK];
            agrees(&text[..len]);
            for at in 0..len {
                text[at] = 0x80;
                agrees(&text[..len]);
                text[at] = b'a';
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
