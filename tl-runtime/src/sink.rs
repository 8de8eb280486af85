//! Where encoded bytes go.

/// Takes the bytes of values, in order; [`Writer::to`](crate::Writer::to) writes to it.
///
/// [`Cursor`](crate::Cursor) fills a slice, and [`Count`](crate::Count) keeps the length alone.
pub trait Sink {
    /// Takes `bytes` as they are.
    fn put(&mut self, bytes: &[u8]);

    /// Whether the sink needs no more bytes, so that the elements left of a vector may be skipped.
    #[inline]
    fn is_done(&self) -> bool {
        false
    }

    /// Is told of items that a value has not, before they are written.
    #[doc(hidden)]
    #[inline]
    fn add_items(&mut self, _count: usize) {}
}
