//! What values are written to.

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

/// How many bytes are gathered for a sink.
const BLOCK: usize = 512;

/// Up to how many numbers are put one by one, since a block for more is filled with zeros first; and how many of more are
/// put at once.
const FEW: usize = 64;
const MANY: usize = 512;

/// Takes the bytes of values, in order: it keeps them, or hands them to a [`Sink`].
///
/// One type for all purposes, and no type parameter of encoders, because the compiler makes a copy of all encoders for
/// each type that they write to.
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
    /// What is kept, or what is gathered for the sink.
    bytes: Vec<u8>,
    sink: Option<&'a mut dyn Sink>,
    /// Where two parts of a value first disagreed.
    pub(super) fault: Option<Disagreement>,
    /// Whether what the fields hold is written, in place of the value: see [`Writer::of_fields`].
    pub(super) is_of_fields: bool,
}

impl<'a> Writer<'a> {
    /// Keeps all bytes.
    #[must_use]
    #[inline]
    pub const fn new() -> Self {
        Self::appending(Vec::new())
    }

    /// Keeps all bytes, behind those that are there.
    #[must_use]
    #[inline]
    pub const fn appending(bytes: Vec<u8>) -> Self {
        Self { bytes, sink: None, fault: None, is_of_fields: false }
    }

    /// Hands all bytes to a sink, the last of them when it is dropped.
    ///
    /// It gathers some before, in one allocation, so that a sink is called for many bytes at once.
    #[must_use]
    #[inline]
    pub fn to(sink: &'a mut dyn Sink) -> Self {
        Self {
            bytes: Vec::with_capacity(BLOCK),
            sink: Some(sink),
            fault: None,
            is_of_fields: false,
        }
    }

    /// The same writer, but for what the fields of values hold and not for values: where parts may disagree each says what it
    /// says by itself, so that values have the same bytes if and only if their fields hold the same.
    #[must_use]
    #[inline]
    pub(crate) const fn of_fields(mut self) -> Self {
        self.is_of_fields = true;
        self
    }

    /// What was kept; nothing if there is a sink, and nothing if a value was refused: [`Writer::finish`] says why.
    #[must_use]
    #[inline]
    pub fn into_bytes(mut self) -> Vec<u8> {
        self.flush();
        if self.fault.is_some() { Vec::new() } else { mem::take(&mut self.bytes) }
    }

    /// What was kept; nothing if there is a sink.
    ///
    /// # Errors
    /// The first place where two parts of a value disagree; only values of types with [`Encode::CAN_DISAGREE`](crate::Encode::CAN_DISAGREE) have one.
    #[inline]
    pub fn finish(mut self) -> Result<Vec<u8>, Disagreement> {
        self.flush();
        match self.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(mem::take(&mut self.bytes)),
        }
    }

    /// What is kept; nothing if there is a sink, or if a value was refused.
    #[must_use]
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        if self.sink.is_none() && self.fault.is_none() { &self.bytes } else { &[] }
    }

    /// Takes the first disagreement, so that the writer can be used for something else.
    pub(crate) fn take_fault(&mut self) -> Option<Disagreement> {
        self.fault.take()
    }

    /// Notes that parts of a value disagree; the first time counts.
    #[cold]
    #[inline(never)]
    pub(super) fn refuse(&mut self, kind: DisagreementKind) {
        self.fault.get_or_insert_with(|| Disagreement::new(kind));
    }

    /// Whether there is a sink, so that what was written cannot be changed.
    #[inline]
    pub(crate) const fn has_sink(&self) -> bool {
        self.sink.is_some()
    }

    /// What is kept or gathered, to be changed.
    #[inline]
    pub(crate) const fn bytes_mut(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    #[inline]
    const fn has_room(&self, len: usize) -> bool {
        len <= self.bytes.capacity() - self.bytes.len()
    }

    /// Makes room for what is no longer than a block.
    #[cold]
    #[inline(never)]
    fn make_room(&mut self, len: usize) {
        self.flush();
        self.bytes.reserve(len);
    }

    /// Hands over what is gathered for the sink.
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
            _ => self.bytes.extend_from_slice(bytes),
        }
    }

    /// [`Writer::put`] for what fits registers.
    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: [u8; N]) {
        if !self.has_room(N) {
            self.make_room(N);
        }
        self.bytes.extend_from_slice(&bytes);
    }

    /// Whether the sink needs no more bytes, so that the elements left of a vector may be skipped.
    #[inline]
    pub(super) fn is_done(&self) -> bool {
        self.sink.as_ref().is_some_and(|sink| sink.is_done())
    }

    /// Takes numbers of fixed width, each as `to_bytes` spells it.
    // Not inlined: in a caller's loop the compiler was seen to lose the wide copies, at twice the time.
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
        // Through the stack: the compiler makes a copy of wide registers out of the inner loop, where a piece per number
        // is five times as slow, and filling the vector with zeros first half as slow again. With blocks of less than
        // four kB it took twice the time with vectors that lay badly to them.
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

    /// Writes neighbouring values of fixed width in one piece of at most 64 bytes.
    #[doc(hidden)]
    #[inline]
    pub fn run<R: Run>(&mut self, run: R) {
        const { assert!(R::LEN <= run::LIMIT, "a run has a limit") }
        if !self.has_room(R::LEN) {
            self.make_room(R::LEN);
        }
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

    /// Writes a `Bool`, which is boxed always.
    #[inline]
    pub fn bool(&mut self, value: bool) {
        self.id(if value { BOOL_TRUE } else { BOOL_FALSE });
    }

    /// Writes a `string`.
    #[inline]
    pub fn string(&mut self, value: &str) {
        self.bytes(value.as_bytes());
    }

    /// Writes a `bytes`; from 2²⁴ bytes on with a length of seven bytes.
    // Not inlined: one copy of it in this crate, and not one per string in each caller.
    pub fn bytes(&mut self, value: &[u8]) {
        string::write(value, self);
    }

    /// Writes an id.
    #[inline]
    pub fn id(&mut self, id: u32) {
        self.put_array(id.to_le_bytes());
    }

    /// Writes a boxed `Vector` whose elements `write` writes.
    #[inline]
    pub fn vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.id(VECTOR);
        self.bare_vector_with(items, write);
    }

    /// Writes a bare `vector` whose elements `write` writes.
    #[inline]
    pub fn bare_vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.nat(length::count(items));
        self.repeat_with(items, write);
    }

    /// Writes elements that `write` writes, without a count.
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

/// The numbers' bytes, in the beginning of the block.
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
