//! Damages bytes as the wire or an attacker might.

use fastrand::Rng;

/// Returns the bytes with some change.
pub(crate) fn damaged(bytes: &[u8], ids: &[u32], random: &mut Rng) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.usize(..2) {
        let at = random.usize(..=out.len());
        match random.u8(..8) {
            0 => out.truncate(at),
            1 if at < out.len() => out[at] ^= 1 << random.u32(..8),
            2 if at < out.len() => out[at] = random.u8(..),
            3 => drop(out.splice(at..at, [0; 4])),
            4 => drop(out.splice(at..at, random.u32(..).to_le_bytes())),
            5 => put(&mut out, at, random.u32(..8)),
            6 => put(
                &mut out,
                at,
                [u32::MAX, 0x7fff_ffff, 1 << 24, 0xfe, 0xffff_fffe, 70_000][random.usize(..6)],
            ),
            _ if !ids.is_empty() => put(&mut out, at, ids[random.usize(..ids.len())]),
            _ => {}
        }
    }
    out
}

/// Replaces the word at or before an offset.
fn put(bytes: &mut [u8], at: usize, word: u32) {
    if let Some(place) = bytes.get_mut(at / 4 * 4..at / 4 * 4 + 4) {
        place.copy_from_slice(&word.to_le_bytes());
    }
}
