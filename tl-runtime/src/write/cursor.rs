//! A sink that fills a slice.

use crate::write::sink::Sink;
use core::fmt;

/// Fills a slice from its start.
///
/// Bytes beyond the slice's end are counted and dropped; [`Cursor::finish`] says so.
#[derive(Debug)]
pub struct Cursor<'a> {
    rest: &'a mut [u8],
    capacity: usize,
    needed: usize,
}

/// A slice was too small for a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BufferTooSmall {
    needed: usize,
    capacity: usize,
}

impl<'a> Cursor<'a> {
    /// Fills `buffer`.
    #[must_use]
    #[inline]
    pub const fn new(buffer: &'a mut [u8]) -> Self {
        let capacity = buffer.len();
        Self { rest: buffer, capacity, needed: 0 }
    }

    /// How many bytes were written.
    ///
    /// # Errors
    /// [`BufferTooSmall`] if not all bytes had room.
    #[inline]
    pub const fn finish(self) -> Result<usize, BufferTooSmall> {
        if self.needed > self.capacity {
            return Err(BufferTooSmall { needed: self.needed, capacity: self.capacity });
        }
        Ok(self.needed)
    }
}

impl Sink for Cursor<'_> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.needed += bytes.len();
        let rest = core::mem::take(&mut self.rest);
        // Once a piece does not fit, the rest stays empty and nothing is written any more.
        if let Some((head, tail)) = rest.split_at_mut_checked(bytes.len()) {
            head.copy_from_slice(bytes);
            self.rest = tail;
        }
    }
}

impl BufferTooSmall {
    /// How many bytes the value takes.
    #[must_use]
    pub const fn needed(&self) -> usize {
        self.needed
    }
}

impl fmt::Display for BufferTooSmall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { needed, capacity } = self;
        write!(f, "the value takes {needed} bytes, but the buffer has {capacity}; ")?;
        f.write_str("pass a buffer of `Encode::encoded_len` bytes")
    }
}

impl core::error::Error for BufferTooSmall {}
