//! A sink that keeps the length alone.

use crate::write::sink::Sink;

/// Counts bytes without keeping them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    len: usize,
}

impl Count {
    /// Starts from nothing.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self { len: 0 }
    }

    /// How many bytes were put.
    #[must_use]
    #[inline]
    #[expect(clippy::len_without_is_empty, reason = "a number of bytes, not a collection")]
    pub const fn len(&self) -> usize {
        self.len
    }
}

impl Sink for Count {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.len += bytes.len();
    }
}
