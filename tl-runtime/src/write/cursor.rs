//! A sink that fills a slice.

use crate::{wire::counted::Counted, write::sink::Sink};
use core::fmt;

/// Fills a slice from its start.
///
/// Bytes beyond the end are counted and dropped; [`Cursor::finish`] reports them.
#[derive(Debug)]
pub struct Cursor<'a> {
    rest: &'a mut [u8],
    capacity: usize,
    needed: usize,
}

/// The slice is too small for the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BufferTooSmall {
    needed: usize,
    capacity: usize,
}

impl<'a> Cursor<'a> {
    /// Creates a cursor at the start of `buffer`.
    #[must_use]
    #[inline]
    pub const fn new(buffer: &'a mut [u8]) -> Self {
        let capacity = buffer.len();
        Self { rest: buffer, capacity, needed: 0 }
    }

    /// The number of bytes written.
    ///
    /// # Errors
    /// [`BufferTooSmall`] if not all bytes fit.
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
        // After a piece that does not fit, nothing more is written.
        if let Some((head, tail)) = rest.split_at_mut_checked(bytes.len()) {
            head.copy_from_slice(bytes);
            self.rest = tail;
        }
    }
}

impl BufferTooSmall {
    /// The number of bytes that the value takes.
    #[must_use]
    pub const fn needed(&self) -> usize {
        self.needed
    }
}

impl fmt::Display for BufferTooSmall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { needed, capacity } = self;
        let needed = Counted(*needed, "byte");
        write!(f, "the value takes {needed}, but the buffer has {capacity}; ")?;
        f.write_str("pass a buffer of `Encode::encoded_len` bytes")
    }
}

impl core::error::Error for BufferTooSmall {}
