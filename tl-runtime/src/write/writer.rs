//! The buffer or sink that values are written to.

use crate::{
    wire::{
        ids::{BOOL_FALSE, BOOL_TRUE, VECTOR},
        length,
    },
    write::{
        disagreement::{Disagreement, DisagreementKind},
        run::{self, Run},
        sink::Sink,
        string,
    },
};
use alloc::vec::Vec;
use core::{fmt, mem};

/// The number of bytes gathered for a sink.
const BLOCK: usize = 512;

/// A full buffer grows by three times its capacity, where a capacity outside these limits counts as the nearer one. A
/// large buffer at least doubles.
const SMALL: usize = 128;
const LARGE: usize = 8 * 1024;

/// The largest number of items that are put one by one, because a block for more is filled with zeros first; and the
/// number of items in a block.
const FEW: usize = 64;
const MANY: usize = 512;

/// Collects the bytes of values, in order, or passes them on to a [`Sink`].
///
/// It is one type for all purposes, and encoders have no type parameter for it: the compiler would copy all encoders
/// for each type that they write to.
///
/// ```
/// use typelang_runtime::Writer;
///
/// let mut writer = Writer::new();
/// writer.int(1);
/// writer.string("abc");
/// assert_eq!(writer.into_bytes(), [1, 0, 0, 0, 3, b'a', b'b', b'c']);
/// ```
#[derive(Default)]
pub struct Writer<'a> {
    /// The bytes kept, or gathered for the sink.
    bytes: Vec<u8>,
    sink: Option<&'a mut dyn Sink>,
    /// The first place where two parts of a value disagreed.
    pub(super) fault: Option<Disagreement>,
    /// Whether to write the contents of fields instead of values: see [`Writer::of_fields`].
    pub(super) is_of_fields: bool,
    /// Whether to mark values of other layers.
    is_marked: bool,
}

impl<'a> Writer<'a> {
    /// Creates a writer that keeps all bytes.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self::appending(Vec::new())
    }

    /// Creates a writer that appends to `bytes`.
    #[must_use]
    #[inline]
    pub const fn appending(bytes: Vec<u8>) -> Self {
        Self { bytes, sink: None, fault: None, is_of_fields: false, is_marked: false }
    }

    /// Creates a writer that passes all bytes on to a sink, the last ones when it is dropped.
    ///
    /// It gathers bytes in one allocation, so that the sink is called for many bytes at once.
    #[must_use]
    #[inline]
    pub fn to(sink: &'a mut dyn Sink) -> Self {
        Self {
            bytes: Vec::with_capacity(BLOCK),
            sink: Some(sink),
            fault: None,
            is_of_fields: false,
            is_marked: false,
        }
    }

    /// Marks values of other layers, for a reader that finds their ends by the marks.
    #[cfg(feature = "reflect")]
    #[must_use]
    #[inline]
    pub(crate) const fn marking(mut self) -> Self {
        self.is_marked = true;
        self
    }

    /// Whether values of other layers are marked.
    #[inline]
    pub(crate) const fn is_marking(&self) -> bool {
        self.is_marked
    }

    /// Writes the contents of fields instead of values: where parts may disagree, each writes its own number. Two
    /// values then have the same bytes if and only if their fields hold the same.
    #[must_use]
    #[inline]
    pub(crate) const fn of_fields(mut self) -> Self {
        self.is_of_fields = true;
        self
    }

    /// The bytes written. Empty if there is a sink or a value was refused; [`Writer::finish`] says why.
    #[must_use]
    #[inline]
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.flush();
        if self.fault.is_some() { Vec::new() } else { mem::take(&mut self.bytes) }
    }

    /// The bytes written. Empty if there is a sink.
    ///
    /// # Errors
    /// The first place where two parts of a value disagree. Only types with
    /// [`Encode::CAN_DISAGREE`](crate::Encode::CAN_DISAGREE) have such values.
    #[inline]
    pub fn finish(mut self) -> Result<Vec<u8>, Disagreement> {
        self.flush();
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(mem::take(&mut self.bytes)),
        }
    }

    /// The bytes written so far. Empty if there is a sink or a value was refused.
    #[must_use]
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        if self.sink.is_none() && self.fault.is_none() { &self.bytes } else { &[] }
    }

    /// Takes the first disagreement, so that the writer can be used again.
    pub(crate) fn take_fault(&mut self) -> Option<Disagreement> {
        self.fault.take()
    }

    /// Records that parts of a value disagree; the first time counts.
    #[cold]
    #[inline(never)]
    pub(super) fn refuse(&mut self, kind: DisagreementKind) {
        self.fault.get_or_insert_with(|| Disagreement::new(kind));
    }

    /// Whether there is a sink, so that written bytes cannot be changed.
    #[inline]
    pub(crate) const fn has_sink(&self) -> bool {
        self.sink.is_some()
    }

    /// The bytes kept or gathered, for changes.
    #[inline]
    pub(crate) const fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    #[inline]
    const fn has_room(&self, len: usize) -> bool {
        len <= self.bytes.capacity() - self.bytes.len()
    }

    /// Makes room for up to one block.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self, len: usize) {
        self.flush();
        self.grow(len);
    }

    /// Reserves room for `len` bytes and for more that may follow: three times the capacity, 384 bytes at least and 24
    /// KiB at most.
    fn grow(&mut self, len: usize) {
        if !self.has_room(len) {
            let more = 3 * self.bytes.capacity().clamp(SMALL, LARGE);
            self.bytes.reserve(len.saturating_add(more));
        }
    }

    /// Passes the gathered bytes on to the sink.
    fn flush(&mut self) {
        if let Some(sink) = &mut self.sink {
            sink.put(&self.bytes);
            self.bytes.clear();
        }
    }

    /// Takes `bytes` as they are.
    #[inline]
    pub fn put(&mut self, bytes: &[u8]) {
        if self.has_room(bytes.len()) {
            self.bytes.extend_from_slice(bytes);
        } else {
            self.put_without_room(bytes);
        }
    }

    #[cold]
    #[inline(never)]
    fn put_without_room(&mut self, bytes: &[u8]) {
        self.flush();
        match &mut self.sink {
            Some(sink) if bytes.len() > BLOCK => sink.put(bytes),
            _ => {
                self.grow(bytes.len());
                self.bytes.extend_from_slice(bytes);
            }
        }
    }

    /// [`Writer::put`] for data that fits in registers.
    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: [u8; N]) {
        if !self.has_room(N) {
            return self.put_in_new_room(bytes);
        }
        self.bytes.extend_from_slice(&bytes);
    }

    #[cold]
    #[inline(never)]
    fn put_in_new_room<const N: usize>(&mut self, bytes: [u8; N]) {
        self.make_room(N);
        self.bytes.extend_from_slice(&bytes);
    }

    /// Writes up to three zeros.
    #[inline]
    pub(super) fn pad(&mut self, len: usize) {
        // A copy of fixed length is one instruction, and one of any other a call.
        if self.has_room(4) {
            let end = self.bytes.len() + len;
            self.bytes.extend_from_slice(&[0; 4]);
            self.bytes.truncate(end);
        } else {
            self.put(&[0; 3][..len]);
        }
    }

    /// Whether the sink needs no more bytes, so that the remaining elements of a vector may be skipped.
    #[inline]
    pub(crate) fn is_done(&self) -> bool {
        self.has_sink() && self.sink_is_done()
    }

    // Not inlined: each type in a vector would have a copy.
    #[inline(never)]
    fn sink_is_done(&self) -> bool {
        self.sink.as_ref().is_some_and(|sink| sink.is_done())
    }

    /// Writes numbers of fixed width, each converted by `to_bytes`.
    // Not inlined: in a caller's loop the compiler sometimes loses the wide copies, which doubles the time.
    #[doc(hidden)]
    #[inline(never)]
    pub fn put_all<T: Copy, const N: usize>(
        &mut self,
        items: &[T],
        to_bytes: impl Fn(T) -> [u8; N],
    ) {
        if items.len() <= FEW {
            for &item in items {
                self.put_array(to_bytes(item));
            }
            return;
        }
        // Through the stack: the compiler turns the inner loop into copies of wide registers. One piece per number is
        // five times as slow, and filling the vector with zeros first is 1.5 times as slow. Blocks of less than four kB
        // take twice the time with badly aligned vectors.
        let mut block = [[0; N]; MANY];
        let Self { bytes, sink, .. } = self;
        let Some(sink) = sink else {
            bytes.reserve(items.len() * N);
            for items in items.chunks(MANY) {
                bytes.extend_from_slice(spelled(items, &to_bytes, &mut block));
            }
            return;
        };
        sink.put(bytes);
        bytes.clear();
        for items in items.chunks(MANY) {
            if sink.is_done() {
                break;
            }
            sink.put(spelled(items, &to_bytes, &mut block));
        }
    }

    /// Writes neighboring values of fixed width in one piece of at most 64 bytes.
    #[doc(hidden)]
    #[inline]
    pub fn run<R: Run>(&mut self, run: R) {
        const { assert!(R::LEN <= run::LIMIT, "a run has a limit") }
        // Filled before the check, so that the compiler checks the capacity only once.
        let mut block = [0; run::LIMIT];
        run.fill(&mut block);
        if !self.has_room(R::LEN) {
            return self.run_in_new_room(run);
        }
        self.bytes.extend_from_slice(&block[..R::LEN]);
    }

    /// [`Writer::run`] when there is no room. It is a call for all, so that callers have no code for a vector that
    /// grows.
    #[cold]
    #[inline(never)]
    fn run_in_new_room<R: Run>(&mut self, run: R) {
        self.make_room(R::LEN);
        let mut block = [0; run::LIMIT];
        run.fill(&mut block);
        self.bytes.extend_from_slice(&block[..R::LEN]);
    }

    /// Writes an `int`.
    #[inline]
    pub fn int(&mut self, value: i32) {
        self.put_array(value.to_le_bytes());
    }

    /// Writes a `#`.
    #[inline]
    pub fn nat(&mut self, value: u32) {
        self.put_array(value.to_le_bytes());
    }

    /// Writes a `long`.
    #[inline]
    pub fn long(&mut self, value: i64) {
        self.put_array(value.to_le_bytes());
    }

    /// Writes a `double`, bit for bit.
    #[inline]
    pub fn double(&mut self, value: f64) {
        self.put_array(value.to_le_bytes());
    }

    /// Writes a `float`, bit for bit.
    #[inline]
    pub fn float(&mut self, value: f32) {
        self.put_array(value.to_le_bytes());
    }

    /// Writes an `int128`.
    #[inline]
    pub fn int128(&mut self, value: [u8; 16]) {
        self.put(&value);
    }

    /// Writes an `int256`.
    #[inline]
    pub fn int256(&mut self, value: [u8; 32]) {
        self.put(&value);
    }

    /// Writes an `int512`.
    #[inline]
    pub fn int512(&mut self, value: [u8; 64]) {
        self.put(&value);
    }

    /// Writes a `Bool`, which is always boxed.
    #[inline]
    pub fn bool(&mut self, value: bool) {
        self.id(if value { BOOL_TRUE } else { BOOL_FALSE });
    }

    /// Writes a `string`.
    #[inline]
    pub fn string(&mut self, value: &str) {
        self.bytes(value.as_bytes());
    }

    /// Writes a `bytes`; from 2²⁴ bytes on, its length takes seven bytes.
    // Not inlined: one copy in this crate instead of one per string in each caller.
    pub fn bytes(&mut self, value: &[u8]) {
        string::write(value, self);
    }

    /// Writes an id.
    #[inline]
    pub fn id(&mut self, id: u32) {
        self.put_array(id.to_le_bytes());
    }

    /// Writes a boxed `Vector`, each element with `write`.
    #[inline]
    pub fn vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.id(VECTOR);
        self.bare_vector_with(items, write);
    }

    /// Writes a bare `vector`, each element with `write`.
    #[inline]
    pub fn bare_vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.nat(length::count(items));
        self.repeat_with(items, write);
    }

    /// Writes elements with `write`, without a count.
    #[inline]
    pub fn repeat_with<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for item in items {
            if self.is_done() {
                break;
            }
            write(self, item);
        }
    }
}

/// The bytes of the numbers, at the start of the block.
#[inline]
fn spelled<'b, T: Copy, const N: usize>(
    items: &[T],
    to_bytes: impl Fn(T) -> [u8; N],
    block: &'b mut [[u8; N]; MANY],
) -> &'b [u8] {
    for (bytes, &item) in block.iter_mut().zip(items) {
        *bytes = to_bytes(item);
    }
    block[..items.len()].as_flattened()
}

impl Drop for Writer<'_> {
    #[inline]
    fn drop(&mut self) {
        self.flush();
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_sink = self.sink.is_some();
        f.debug_struct("Writer").field("bytes", &self.bytes).field("has_sink", &has_sink).finish()
    }
}
