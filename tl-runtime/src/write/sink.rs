//! Where encoded bytes go.

/// Takes the bytes of values, in order; [`Writer::to`](crate::Writer::to) writes to it.
///
/// [`Cursor`](crate::Cursor) fills a slice, and [`Count`](crate::Count) keeps the length alone. A writer hands over some 500
/// bytes at once, the last ones when it is dropped, and longer text in one piece. It is told of no errors: a sink that can fail
/// keeps the first one, is done from then on, and is asked for it afterwards.
pub trait Sink {
    /// Takes `bytes` as they are.
    fn put(&mut self, bytes: &[u8]);

    /// Whether the sink needs no more bytes, so that the elements left of a vector may be skipped; some may come all the
    /// same.
    #[inline]
    fn is_done(&self) -> bool {
        false
    }
}
