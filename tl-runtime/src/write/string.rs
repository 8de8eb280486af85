//! Writing text and byte strings: a length of one, four or eight bytes, the data, and zeros up to a whole word.

use crate::{
    wire::length::{LONG, MEDIUM, head_len, wire_len},
    write::writer::Writer,
};
use core::mem::MaybeUninit;

/// The longest string that is copied without a call.
const SHORT: usize = 32;

/// Writes a string.
// Saving registers takes a tenth of the time of encoding messages; a function without calls saves none.
#[inline]
pub(crate) fn write(bytes: &[u8], writer: &mut Writer<'_>) {
    if bytes.len() > SHORT || !write_at_once(bytes, writer, copy_short) {
        write_long(bytes, writer);
    }
}

/// Writes a string by a call that copies it.
#[inline(never)]
fn write_long(bytes: &[u8], writer: &mut Writer<'_>) {
    let copy = |from: &[u8], to: &mut [MaybeUninit<u8>]| _ = to.write_copy_of_slice(from);
    if bytes.len() >= usize::from(MEDIUM) || !write_at_once(bytes, writer, copy) {
        write_in_pieces(bytes, writer);
    }
}

/// Writes a string whose length takes one byte, and returns whether there was room. `copy` fills its second slice,
/// which is as long as the first one.
#[inline]
#[expect(unsafe_code, reason = "the vector's length can only be set so; see the proof below")]
fn write_at_once(
    bytes: &[u8],
    writer: &mut Writer<'_>,
    copy: impl FnOnce(&[u8], &mut [MaybeUninit<u8>]),
) -> bool {
    let out = writer.bytes_mut();
    let old_len = out.len();
    let Some(room) = out.spare_capacity_mut().get_mut(..bytes.len() + 5) else { return false };
    // The length is set once; three appends would each check the capacity and set it, which takes a tenth of the time
    // of encoding messages. Up to one word of zeros is written beyond the data, because a copy of fixed length is one
    // instruction.
    let (head, rest) = room.split_at_mut(1);
    let (data, padding) = rest.split_at_mut(bytes.len());
    head[0].write(bytes.len().to_le_bytes()[0]);
    padding.write_copy_of_slice(&[0; 4]);
    copy(bytes, data);
    // SAFETY: the string ends within the capacity, and all bytes up to its end are initialized: those of the old length
    // are, and the 1 + len + 4 bytes of `room` behind them were just written, because both functions that are given
    // here as `copy` fill all of `data`. `len | 3` is at most `len + 3`.
    unsafe { out.set_len(old_len + 1 + (bytes.len() | 3)) }
    true
}

// Not inlined, so that strings for which there is room save no registers for it.
#[inline(never)]
fn write_in_pieces(bytes: &[u8], out: &mut Writer<'_>) {
    let len = bytes.len();
    let word = (len as u64).to_le_bytes();
    match head_len(len) {
        1 => out.put(&[word[0]]),
        4 => out.put(&[MEDIUM, word[0], word[1], word[2]]),
        _ => out.put(&[LONG, word[0], word[1], word[2], word[3], word[4], word[5], word[6]]),
    }
    out.put(bytes);
    out.pad(wire_len(len) - head_len(len) - len);
}

/// Fills all of `to`, which is as long as `from` and at most [`SHORT`] bytes.
#[inline]
fn copy_short(from: &[u8], to: &mut [MaybeUninit<u8>]) {
    match from {
        _ if from.len() >= 16 => copy_ends::<16>(from, to),
        _ if from.len() >= 8 => copy_ends::<8>(from, to),
        _ if from.len() >= 4 => copy_ends::<4>(from, to),
        [] => {}
        [first, .., last] => {
            to[0].write(*first);
            to[1].write(from[1]);
            to[from.len() - 1].write(*last);
        }
        [only] => _ = to[0].write(*only),
    }
}

/// Copies the first and the last `N` bytes, which may overlap.
#[inline]
fn copy_ends<const N: usize>(from: &[u8], to: &mut [MaybeUninit<u8>]) {
    if let (Some(first), Some(last)) = (from.first_chunk::<N>(), from.last_chunk::<N>()) {
        to[..N].write_copy_of_slice(first);
        let at = to.len() - N;
        to[at..].write_copy_of_slice(last);
    }
}
