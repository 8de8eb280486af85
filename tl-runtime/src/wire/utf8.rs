//! A check for UTF-8 that is fast for short text.

/// The bits that distinguish ASCII from other bytes, in eight bytes.
const HIGH: u64 = 0x8080_8080_8080_8080;

/// The same in a block.
const HIGHS: u128 = (HIGH as u128) << 64 | HIGH as u128;

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
    match bytes.last_chunk() {
        Some(last) => is_ascii(bytes, last) || is_utf8_in_blocks(bytes, last),
        None => {
            let rest = skip_ascii(bytes);
            rest.is_empty() || core::str::from_utf8(rest).is_ok()
        }
    }
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

/// Sets bits of `faults` where a byte may not be where it is. The last block is checked; the others have for each of its
/// bytes the three before it.
///
/// The compiler turns this loop into instructions for whole blocks, because there is no branch in it.
#[inline]
fn check(faults: &mut Block, [thirds, seconds, firsts, bytes]: [&Block; 4]) {
    for at in 0..BLOCK {
        let (third, second, before, byte) = (thirds[at], seconds[at], firsts[at], bytes[at]);
        // Not 0 if a sequence began so far before the byte that the byte belongs to it.
        let open = before.saturating_sub(0xbf) | second.saturating_sub(0xdf) | third.saturating_sub(0xef);
        let misplaced = all_bits(all_bits(open == 0) == all_bits(is_below(byte, 0xc0)));
        // 0xc0 and 0xc1 would begin what has a shorter form, and bytes from 0xf5 what is above the last character.
        let never = all_bits(byte & 0xfe == 0xc0) | byte.saturating_sub(0xf4);
        // After 0xe0 and 0xf0 these bytes have a shorter form. After 0xed the others are surrogates, and after 0xf4 above the
        // last character.
        let after_three = 0xed ^ all_bits(is_below(byte, 0xa0)) & (0xed ^ 0xe0);
        let after_four = 0xf4 ^ all_bits(is_below(byte, 0x90)) & (0xf4 ^ 0xf0);
        faults[at] |= misplaced | never | all_bits(before == after_three) | all_bits(before == after_four);
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
