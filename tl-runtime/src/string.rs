//! Text and byte strings: a length of one, four or eight bytes, the data, and zeros up to a whole word.

use crate::{Decode, Encode, ErrorKind, Reader, Writer, utf8};
use alloc::{boxed::Box, string::String, vec::Vec};
use core::mem::MaybeUninit;

/// First byte of a length in three further bytes; smaller ones are the length.
const MEDIUM: u8 = 0xfe;

/// First byte of a length in seven further bytes.
const LONG: u8 = 0xff;

/// Lengths from here on need the seven bytes.
const LONG_FROM: usize = 1 << 24;

impl<'de> Reader<'de> {
    /// Reads a `string` into memory of its own.
    #[inline]
    pub fn string(&mut self) -> String {
        self.boxed_str().into_string()
    }

    /// Reads a `bytes` into memory of its own.
    #[inline]
    pub fn bytes(&mut self) -> Vec<u8> {
        self.boxed_slice().into_vec()
    }

    // Boxed and not growable, because two words are returned in registers: three go through memory, and whoever moves
    // them on waits for it.
    fn boxed_str(&mut self) -> Box<str> {
        Box::from(self.text())
    }

    fn boxed_slice(&mut self) -> Box<[u8]> {
        Box::from(self.text_or_bytes("bytes"))
    }

    /// Reads a `string` where it lies in the input; text that is not UTF-8 is a fault.
    pub fn str(&mut self) -> &'de str {
        self.text()
    }

    /// Reads a `bytes` where it lies in the input.
    pub fn slice(&mut self) -> &'de [u8] {
        self.text_or_bytes("bytes")
    }

    #[inline]
    fn text(&mut self) -> &'de str {
        let offset = self.offset();
        let bytes = self.text_or_bytes("string");
        utf8::text(bytes).unwrap_or_else(|| {
            self.fail_at(offset, ErrorKind::InvalidUtf8, "string");
            ""
        })
    }

    #[inline]
    fn text_or_bytes(&mut self, expected: &'static str) -> &'de [u8] {
        if let [first @ ..MEDIUM, tail @ ..] = self.rest() {
            let len = usize::from(*first);
            // To the end of a word, of which the length took one byte.
            if let Some((whole, rest)) = tail.split_at_checked(len | 3) {
                let (data, padding) = whole.split_at(len);
                self.advance_to(rest);
                if self.is_strict() {
                    self.check_padding(padding, 1 + whole.len(), expected);
                }
                return data;
            }
        }
        self.other_text_or_bytes(expected)
    }

    /// Takes a string whose length takes more than one byte, or one that is cut short.
    #[cold]
    #[inline(never)]
    fn other_text_or_bytes(&mut self, expected: &'static str) -> &'de [u8] {
        let head = match self.rest().first() {
            Some(&len @ ..MEDIUM) => return self.body(1, usize::from(len), expected),
            Some(&MEDIUM) | None => 4,
            Some(_) => 8,
        };
        let Some(digits) = self.rest().get(1..head) else {
            self.fail_end(head, expected);
            return &[];
        };
        let mut word = [0; 8];
        word[..digits.len()].copy_from_slice(digits);
        // A length beyond the address space is beyond the input too, and so is one whose sum with `head` overflows.
        let len = usize::try_from(u64::from_le_bytes(word)).unwrap_or(usize::MAX);
        if len > self.rest().len() {
            self.fail_end(len, expected);
            return &[];
        }
        if self.is_strict() && head_len(len) < head {
            self.fail(ErrorKind::NonCanonicalLength, expected);
            return &[];
        }
        self.body(head, len, expected)
    }

    /// Takes a string whose length takes `head` bytes and is `len`.
    fn body(&mut self, head: usize, len: usize, expected: &'static str) -> &'de [u8] {
        let whole = self.take((head + len).next_multiple_of(4), expected);
        let Some((data, padding)) = whole.get(head..).and_then(|rest| rest.split_at_checked(len))
        else {
            return &[];
        };
        if self.is_strict() {
            self.check_padding(padding, whole.len(), expected);
        }
        data
    }

    /// Checks what pads the string that took the last `whole` bytes.
    fn check_padding(&mut self, padding: &[u8], whole: usize, expected: &'static str) {
        if padding.iter().any(|&byte| byte != 0) {
            self.fail_at(self.offset() - whole, ErrorKind::NonZeroPadding, expected);
        }
    }
}

/// How many bytes the length takes.
const fn head_len(len: usize) -> usize {
    if len < MEDIUM as usize {
        1
    } else if len < LONG_FROM {
        4
    } else {
        8
    }
}

/// How many bytes a string of `len` bytes takes on the wire.
pub(crate) const fn wire_len(len: usize) -> usize {
    (head_len(len) + len).next_multiple_of(4)
}

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
    // The length is set once, where three appends would each look for room and set it: a tenth of the time of encoding
    // messages. Zeros are written as far as one word beyond the data, since a copy of fixed length is one instruction.
    let (head, rest) = room.split_at_mut(1);
    let (data, padding) = rest.split_at_mut(bytes.len());
    head[0].write(len);
    padding.write_copy_of_slice(&[0; 4]);
    copy(bytes, data);
    // SAFETY: the string ends within the capacity, and all bytes up to its end are initialized: those of the old length
    // are, and the 1 + len + 4 bytes of `room` behind them were just written, since `copy` fills all of `data`. `len | 3`
    // is at most `len + 3`.
    unsafe { out.set_len(old_len + 1 + (bytes.len() | 3)) }
}

// Not inlined, so that short strings need not save the registers that it takes.
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
    out.put(&[0; 3][..wire_len(len) - head_len(len) - len]);
}

/// Fills all of `to`, which is as long as `from`.
///
/// What has 4 to 16 bytes is copied as its first and its last half, which may overlap: a call costs more.
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

macro_rules! string_like {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl<'de> Decode<'de> for $type {
            const MIN_LEN: usize = 4;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$read()
            }
        }
    )*};
}

string_like! {
    String: string, string;
    Vec<u8>: bytes, bytes;
}

macro_rules! borrowed {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl Encode for &$type {
            #[inline]
            fn encode(&self, out: &mut Writer<'_>) {
                out.$write(self);
            }
        }

        impl<'de> Decode<'de> for &'de $type {
            const MIN_LEN: usize = 4;

            #[inline]
            fn decode(reader: &mut Reader<'de>) -> Self {
                reader.$read()
            }
        }
    )*};
}

borrowed! {
    str: string, str;
    [u8]: bytes, slice;
}
