//! Writing text and byte strings: a length of one, four or eight bytes, the data, and zeros up to a whole word.

use crate::{
    wire::length::{LONG, MEDIUM, head_len, wire_len},
    write::writer::Writer,
};
use core::mem::MaybeUninit;

/// Writes a string: a short one in one piece, if there is room.
#[inline]
#[expect(unsafe_code, reason = "the vector's length can only be set so; see the proof below")]
pub(crate) fn write(bytes: &[u8], writer: &mut Writer<'_>) {
    let out = writer.bytes_mut();
    let old_len = out.len();
    let room = out.spare_capacity_mut().get_mut(..bytes.len() + 5);
    let (Ok(len @ ..MEDIUM), Some(room)) = (u8::try_from(bytes.len()), room) else {
        return write_in_pieces(bytes, writer);
    };
    // The length is set once; three appends would each check the capacity and set it, which takes a tenth of the time
    // of encoding messages. Up to one word of zeros is written beyond the data, because a copy of fixed length is one
    // instruction.
    let (head, rest) = room.split_at_mut(1);
    let (data, padding) = rest.split_at_mut(bytes.len());
    head[0].write(len);
    padding.write_copy_of_slice(&[0; 4]);
    copy(bytes, data);
    // SAFETY: the string ends within the capacity, and all bytes up to its end are initialized: those of the old length
    // are, and the 1 + len + 4 bytes of `room` behind them were just written, because `copy` fills all of `data`. `len
    // | 3` is at most `len + 3`.
    unsafe { out.set_len(old_len + 1 + (bytes.len() | 3)) }
}

// Not inlined, so that short strings need not save the registers that it uses.
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

/// Fills all of `to`, which is as long as `from`.
///
/// 4 to 16 bytes are copied as a first and a last half, which may overlap; a call costs more.
#[inline]
fn copy(from: &[u8], to: &mut [MaybeUninit<u8>]) {
    if let (Some(first), Some(last), ..=16) =
        (from.first_chunk::<8>(), from.last_chunk::<8>(), from.len())
    {
        to[..8].write_copy_of_slice(first);
        let at = to.len() - 8;
        to[at..].write_copy_of_slice(last);
    } else if let (Some(first), Some(last), ..8) =
        (from.first_chunk::<4>(), from.last_chunk::<4>(), from.len())
    {
        to[..4].write_copy_of_slice(first);
        let at = to.len() - 4;
        to[at..].write_copy_of_slice(last);
    } else {
        to.write_copy_of_slice(from);
    }
}
