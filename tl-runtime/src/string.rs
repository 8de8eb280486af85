//! Text and byte strings: a length of one, four or eight bytes, the data, and zeros up to a whole word.

use crate::{Decode, Encode, ErrorKind, Reader, Sink, utf8};
use alloc::{boxed::Box, string::String, vec::Vec};

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

    fn boxed_str(&mut self) -> Box<str> {
        Box::from(self.str())
    }

    fn boxed_slice(&mut self) -> Box<[u8]> {
        Box::from(self.slice())
    }

    /// Reads a `string` where it lies in the input; text that is not UTF-8 is a fault.
    pub fn str(&mut self) -> &'de str {
        let offset = self.offset();
        if let Some(text) = utf8::text(self.text_or_bytes("string")) {
            text
        } else {
            self.fail_at(offset, ErrorKind::InvalidUtf8, "string");
            ""
        }
    }

    /// Reads a `bytes` where it lies in the input.
    pub fn slice(&mut self) -> &'de [u8] {
        self.text_or_bytes("bytes")
    }

    #[inline]
    fn text_or_bytes(&mut self, expected: &'static str) -> &'de [u8] {
        match self.rest().first() {
            Some(&first) if first < MEDIUM => self.body(1, usize::from(first), expected),
            Some(&first) => self.long_text_or_bytes(first, expected),
            None => {
                self.fail_end(4, expected);
                &[]
            }
        }
    }

    /// Takes a string whose length takes `head` bytes and is `len`.
    #[inline]
    fn body(&mut self, head: usize, len: usize, expected: &'static str) -> &'de [u8] {
        let offset = self.offset();
        let whole = self.take((head + len).next_multiple_of(4), expected);
        let Some((data, padding)) = whole.get(head..).and_then(|rest| rest.split_at_checked(len))
        else {
            return &[];
        };
        if self.is_strict() && padding.iter().any(|&byte| byte != 0) {
            self.fail_at(offset, ErrorKind::NonZeroPadding, expected);
        }
        data
    }

    /// Takes a string whose length takes more than one byte.
    #[cold]
    fn long_text_or_bytes(&mut self, first: u8, expected: &'static str) -> &'de [u8] {
        let head = if first == MEDIUM { 4 } else { 8 };
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

/// Writes a string in three pieces.
#[inline]
pub(crate) fn write<S: Sink>(bytes: &[u8], out: &mut S) {
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

/// Writes a string to a vector: a short one in one piece, if there is room.
pub(crate) fn write_to_vec(bytes: &[u8], out: &mut Vec<u8>) {
    let room = out.capacity() - out.len();
    match u8::try_from(bytes.len()) {
        Ok(len) if len < MEDIUM && room >= 1 + bytes.len() + 4 => {
            write_short_to_vec(bytes, len, out);
        }
        _ => write(bytes, out),
    }
}

/// Writes a string whose length takes one byte into a vector that has room for it and five bytes more.
///
/// The length is set once, where three appends would each look for room and set it: a tenth of the time of encoding
/// messages. Zeros are written up to the word's end and as far as one word beyond, since a copy of fixed length is one
/// instruction.
#[expect(unsafe_code, reason = "the vector's length can only be set so; see the proof below")]
fn write_short_to_vec(bytes: &[u8], len: u8, out: &mut Vec<u8>) {
    let end = out.len() + wire_len(bytes.len());
    let (head, rest) = out.spare_capacity_mut().split_at_mut(1);
    let (data, rest) = rest.split_at_mut(bytes.len());
    head[0].write(len);
    data.write_copy_of_slice(bytes);
    rest[..4].write_copy_of_slice(&[0; 4]);
    // SAFETY: `end` is within the capacity, and all bytes up to it are initialized: the old length is, and the 1 + len +
    // 4 bytes behind it were just written. `wire_len` rounds 1 + len up to a whole word, so it adds less than 4.
    unsafe { out.set_len(end) }
}

macro_rules! string_like {
    ($($type:ty: $write:ident, $read:ident;)*) => {$(
        impl Encode for $type {
            #[inline]
            fn encode<S: Sink>(&self, out: &mut S) {
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
            fn encode<S: Sink>(&self, out: &mut S) {
                out.$write(self);
            }
        }

        impl Encode for &$type {
            #[inline]
            fn encode<S: Sink>(&self, out: &mut S) {
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
