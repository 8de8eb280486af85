//! Destinations of encoded bytes.

/// A destination of encoded bytes; [`Writer::to`](crate::Writer::to) writes to it.
///
/// [`Cursor`](crate::Cursor) fills a slice, and [`Count`](crate::Count) keeps only the length. A writer passes on about
/// 500 bytes at a time, and the last ones when it is dropped; longer text is passed on in one piece. Writing to a sink
/// cannot fail. A sink whose destination can fail keeps the first error, reports [`Sink::is_done`] from then on, and
/// returns the error when asked afterwards.
pub trait Sink {
    /// Takes `bytes` as they are.
    fn put(&mut self, bytes: &[u8]);

    /// Whether the sink needs no more bytes. The writer may then skip the remaining elements of a vector; some bytes
    /// may still arrive.
    #[inline]
    fn is_done(&self) -> bool {
        false
    }
}
