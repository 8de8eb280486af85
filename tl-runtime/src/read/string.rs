//! Reading text and byte strings: a length of one, four or eight bytes, the data, and zeros up to a whole word.

use crate::{
    read::{error::ErrorKind, reader::Reader},
    wire::{
        length::{LONG, MEDIUM, head_len},
        utf8,
    },
};
use alloc::{boxed::Box, string::String, vec::Vec};

impl<'de> Reader<'de> {
    /// Reads a `string` into an allocation of its own.
    #[inline]
    pub fn string(&mut self) -> String {
        self.boxed_str().into_string()
    }

    /// Reads a `bytes` into an allocation of its own.
    #[inline]
    pub fn bytes(&mut self) -> Vec<u8> {
        self.boxed_slice().into_vec()
    }

    // Boxed and not growable: two words are returned in registers, while three go through memory, and the caller waits
    // for them when it moves them.
    fn boxed_str(&mut self) -> Box<str> {
        Box::from(self.text())
    }

    fn boxed_slice(&mut self) -> Box<[u8]> {
        Box::from(self.text_or_bytes("bytes"))
    }

    /// Borrows a `string` from the input; text that is not UTF-8 is a fault.
    pub fn str(&mut self) -> &'de str {
        self.text()
    }

    /// Borrows a `bytes` from the input.
    pub fn slice(&mut self) -> &'de [u8] {
        self.text_or_bytes("bytes")
    }

    // The calls are the last thing that this function does, so that it saves no registers for text that needs none of
    // them.
    #[inline]
    fn text(&mut self) -> &'de str {
        let offset = self.offset();
        let Some(bytes) = self.short() else { return self.other_text() };
        match utf8::plain_text(bytes) {
            Some(text) => text,
            None => self.checked_text(bytes, offset),
        }
    }

    #[inline(never)]
    fn other_text(&mut self) -> &'de str {
        let offset = self.offset();
        let bytes = self.other_text_or_bytes("string");
        self.checked_text(bytes, offset)
    }

    #[inline(never)]
    fn checked_text(&mut self, bytes: &'de [u8], offset: usize) -> &'de str {
        utf8::text(bytes).unwrap_or_else(|| {
            self.fail_at(offset, ErrorKind::InvalidUtf8, "string");
            ""
        })
    }

    #[inline]
    fn text_or_bytes(&mut self, expected: &'static str) -> &'de [u8] {
        match self.short() {
            Some(bytes) => bytes,
            None => self.other_text_or_bytes(expected),
        }
    }

    /// Takes a string with a length of one byte. None if it is cut short, or if its padding is to be checked.
    #[inline]
    fn short(&mut self) -> Option<&'de [u8]> {
        let [first @ ..MEDIUM, tail @ ..] = self.rest() else { return None };
        let len = usize::from(*first);
        // Up to the end of the word; the length took its first byte.
        let (whole, rest) = tail.split_at_checked(len | 3)?;
        if self.is_strict() {
            return None;
        }
        self.advance_to(rest);
        Some(&whole[..len])
    }

    /// Takes a string of any form, and checks what [`Reader::short`] does not.
    #[inline(never)]
    fn other_text_or_bytes(&mut self, expected: &'static str) -> &'de [u8] {
        let rest = self.rest();
        // The length is behind the first byte.
        let (head, len) = match (rest.first(), rest.first_chunk(), rest.first_chunk()) {
            (Some(&LONG), Some(word), _) => (8, u64::from_le_bytes(*word) >> 8),
            (Some(&LONG), None, _) => return self.no_length(8, expected),
            (Some(&MEDIUM), _, Some(word)) => (4, u64::from(u32::from_le_bytes(*word) >> 8)),
            (Some(&MEDIUM) | None, ..) => return self.no_length(4, expected),
            (Some(&len), ..) => return self.body(1, usize::from(len), expected),
        };
        // A length beyond the address space is also beyond the input, and so is one whose sum with `head` overflows.
        let len = usize::try_from(len).unwrap_or(usize::MAX);
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

    #[cold]
    fn no_length(&mut self, head: usize, expected: &'static str) -> &'de [u8] {
        self.fail_end(head, expected);
        &[]
    }

    /// Takes a string of `len` bytes whose length takes `head` bytes.
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

    /// Checks the padding of the string that took the last `whole` bytes.
    fn check_padding(&mut self, padding: &[u8], whole: usize, expected: &'static str) {
        if padding.iter().any(|&byte| byte != 0) {
            self.fail_at(self.offset() - whole, ErrorKind::NonZeroPadding, expected);
        }
    }
}
