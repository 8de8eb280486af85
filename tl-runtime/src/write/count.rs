//! A sink that keeps only the length.

use crate::write::sink::Sink;

/// Counts bytes without keeping them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    len: usize,
}

impl Count {
    /// Creates a count of zero.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self { len: 0 }
    }

    /// The number of bytes written.
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
