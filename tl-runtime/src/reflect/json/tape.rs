//! JSON in memory, as one sequence of bytes.
//!
//! Each value is a byte with its kind, and then data that depends on the kind. An array or object has the length of its
//! items before them, so that it can be skipped. A value takes at most two and a half times the bytes of its text; a
//! tree of `serde_json` takes up to a hundred times as many.

use alloc::vec::Vec;

pub(super) const NULL: u8 = 0;
pub(super) const FALSE: u8 = 1;
pub(super) const TRUE: u8 = 2;
/// A non-negative integer.
pub(super) const WHOLE: u8 = 3;
/// A negative integer, stored as its ones' complement.
pub(super) const NEGATIVE: u8 = 4;
pub(super) const DOUBLE: u8 = 5;
pub(super) const TEXT: u8 = 6;
pub(super) const ARRAY: u8 = 7;
pub(super) const OBJECT: u8 = 8;

/// The number of bytes of an array's or object's length.
pub(super) const LENGTH: usize = 4;

/// One JSON value, with everything in it.
#[derive(Debug, Default)]
pub(crate) struct Tape {
    bytes: Vec<u8>,
    /// The minimum number of characters that JSON takes for it.
    text_len: usize,
}

/// The start of an array or object.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    at: usize,
    /// The characters before it.
    text_len: usize,
}

impl Start {
    /// The start of its content.
    pub(super) const fn inside(self) -> usize {
        self.at + 1 + LENGTH
    }
}

/// The value is longer than the length of an array or object can express.
#[derive(Debug)]
pub(super) struct TooLong;

impl Tape {
    /// The bytes.
    pub(super) fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The minimum number of characters that JSON takes for it.
    pub(crate) const fn text_len(&self) -> usize {
        self.text_len
    }

    pub(super) fn push_null(&mut self) {
        self.push(NULL, 4);
    }

    pub(super) fn push_bool(&mut self, value: bool) {
        self.push(if value { TRUE } else { FALSE }, 4);
    }

    pub(super) fn push_unsigned(&mut self, value: u64) {
        self.push(WHOLE, digits(value));
        self.push_number(value);
    }

    pub(super) fn push_signed(&mut self, value: i64) {
        if let Ok(value) = u64::try_from(value) {
            return self.push_unsigned(value);
        }
        self.push(NEGATIVE, 1 + digits(value.unsigned_abs()));
        self.push_number((!value).unsigned_abs());
    }

    pub(super) fn push_double(&mut self, value: f64) {
        self.push(DOUBLE, 3);
        self.bytes.extend(value.to_bits().to_le_bytes());
    }

    pub(super) fn push_text(&mut self, text: &str) {
        self.push(TEXT, text.len() + 2);
        self.push_str(text);
    }

    /// A key, which is text without its kind.
    pub(super) fn push_key(&mut self, key: &str) {
        self.text_len += key.len() + 3;
        self.push_str(key);
    }

    fn push_str(&mut self, text: &str) {
        self.push_number(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    /// Begins an array or object, and returns its start.
    pub(super) fn open(&mut self, kind: u8) -> Start {
        let start = Start { at: self.bytes.len(), text_len: self.text_len };
        self.push(kind, 1);
        self.bytes.extend([0; LENGTH]);
        start
    }

    /// Ends the array or object that began at `start`.
    pub(super) fn close(&mut self, start: Start) -> Result<(), TooLong> {
        let inside = start.inside();
        let len = u32::try_from(self.bytes.len() - inside).map_err(|_| TooLong)?;
        if let Some(place) = self.bytes.get_mut(inside - LENGTH..inside) {
            place.copy_from_slice(&len.to_le_bytes());
        }
        Ok(())
    }

    /// Removes the array or object that began at `start`.
    pub(super) fn forget(&mut self, start: Start) {
        self.bytes.truncate(start.at);
        self.text_len = start.text_len;
    }

    /// The offset of the next value.
    pub(super) fn end(&self) -> usize {
        self.bytes.len()
    }

    /// Begins a value of this number of characters, not counting its separator from the next.
    fn push(&mut self, kind: u8, text_len: usize) {
        self.bytes.push(kind);
        self.text_len += text_len + 1;
    }

    /// Seven bits per byte, lowest first; all bytes but the last have the highest bit set.
    fn push_number(&mut self, mut value: u64) {
        while let rest @ 1.. = value >> 7 {
            self.bytes.push(value.to_le_bytes()[0] | 0x80);
            value = rest;
        }
        self.bytes.push(value.to_le_bytes()[0]);
    }
}

/// The number of decimal digits of a number.
fn digits(value: u64) -> usize {
    value.checked_ilog10().map_or(1, |log| log as usize + 1)
}
