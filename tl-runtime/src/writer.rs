//! What values are written to.

use crate::{BOOL_FALSE, BOOL_TRUE, Encode, Reader, Run, Sink, VECTOR, run, string, vector};
use alloc::vec::Vec;
use core::fmt;

/// How many numbers are put at once, of few and of many.
const BLOCKS: [usize; 2] = [32, 512];

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
    /// What is kept: nothing if bytes go elsewhere, so that no piece ever has room here and all of them go the way of
    /// those that have none.
    bytes: Vec<u8>,
    target: Target<'a>,
}

/// Where bytes go.
#[derive(Default)]
enum Target<'a> {
    #[default]
    Kept,
    Counted(usize),
    Handed(&'a mut dyn Sink),
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
        Self { bytes, target: Target::Kept }
    }

    /// Hands all bytes to a sink.
    #[must_use]
    #[inline]
    pub const fn to(sink: &'a mut dyn Sink) -> Self {
        Self { bytes: Vec::new(), target: Target::Handed(sink) }
    }

    /// Counts all bytes, and keeps none.
    #[must_use]
    #[inline]
    pub(crate) const fn counting() -> Self {
        Self { bytes: Vec::new(), target: Target::Counted(0) }
    }

    /// How many bytes were counted.
    #[inline]
    pub(crate) const fn counted(&self) -> usize {
        if let Target::Counted(count) = self.target { count } else { 0 }
    }

    /// What was kept: none of what a sink took.
    #[must_use]
    #[inline]
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// What is kept.
    #[must_use]
    #[inline]
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What is kept, to be changed.
    #[inline]
    pub(crate) const fn kept(&mut self) -> &mut Vec<u8> {
        &mut self.bytes
    }

    #[inline]
    const fn has_room(&self, len: usize) -> bool {
        len <= self.bytes.capacity() - self.bytes.len()
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

    /// [`Writer::put`] for what fits registers, where it stays unless there is no room.
    #[inline]
    fn put_array<const N: usize>(&mut self, bytes: [u8; N]) {
        if self.has_room(N) {
            self.bytes.extend_from_slice(&bytes);
        } else {
            self.put_array_without_room(bytes);
        }
    }

    #[cold]
    #[inline(never)]
    fn put_without_room(&mut self, bytes: &[u8]) {
        match &mut self.target {
            Target::Kept => self.bytes.extend_from_slice(bytes),
            Target::Counted(count) => *count += bytes.len(),
            Target::Handed(sink) => sink.put(bytes),
        }
    }

    #[cold]
    #[inline(never)]
    fn put_array_without_room<const N: usize>(&mut self, bytes: [u8; N]) {
        if !self.count(N) {
            self.put_without_room(&bytes);
        }
    }

    /// Counts a piece of this length, if that is all that is asked for.
    #[inline]
    pub(crate) const fn count(&mut self, len: usize) -> bool {
        if let Target::Counted(count) = &mut self.target {
            *count += len;
            return true;
        }
        false
    }

    #[cold]
    #[inline(never)]
    fn run_without_room<R: Run>(&mut self, run: R) {
        if self.count(R::LEN) {
            return;
        }
        let mut block = [0; run::LIMIT];
        run.fill(&mut block);
        self.put_without_room(&block[..R::LEN]);
    }

    /// Whether the sink needs no more bytes, so that the elements left of a vector may be skipped.
    #[inline]
    fn is_done(&self) -> bool {
        matches!(&self.target, Target::Handed(sink) if sink.is_done())
    }

    /// Is told of items that a value has not, before they are written.
    #[inline]
    fn add_items(&mut self, count: usize) {
        if let Target::Handed(sink) = &mut self.target {
            sink.add_items(count);
        }
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
        let Self { bytes: kept, target } = self;
        match target {
            Target::Kept => {
                kept.reserve(items.len() * N);
                in_blocks(items, to_bytes, |block| kept.extend_from_slice(block));
            }
            Target::Counted(count) => *count += items.len() * N,
            Target::Handed(sink) => in_blocks(items, to_bytes, |block| sink.put(block)),
        }
    }

    /// Writes neighbouring values of fixed width in one piece of at most 64 bytes.
    #[doc(hidden)]
    #[inline]
    pub fn run<R: Run>(&mut self, run: R) {
        const { assert!(R::LEN <= run::LIMIT, "a run has a limit") }
        if self.has_room(R::LEN) {
            let mut block = [0; run::LIMIT];
            run.fill(&mut block);
            self.bytes.extend_from_slice(&block[..R::LEN]);
        } else {
            self.run_without_room(run);
        }
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

    /// Writes a value in its natural form.
    #[inline]
    pub fn value<T: Encode + ?Sized>(&mut self, value: &T) {
        value.encode(self);
    }

    /// Writes a value in its natural form, if there is one; its bit is in a flag word before.
    #[inline]
    pub fn optional<T: Encode>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            value.encode(self);
        }
    }

    /// Writes a `#`, if `bit` of `flags` is set; it is 0 otherwise. Returns what was written.
    #[inline]
    pub fn optional_nat(&mut self, flags: u32, bit: u8, value: u32) -> u32 {
        if flags & (1 << bit) == 0 {
            return 0;
        }
        self.nat(value);
        value
    }

    /// Writes a value if and only if `bit` of `flags` is set, for flags that other values go by as well.
    ///
    /// One that is absent all the same is written as what `zero` reads from no bytes: zero, or empty.
    #[inline]
    pub fn optional_by<'de, T>(
        &mut self,
        flags: u32,
        bit: u8,
        value: &Option<T>,
        write: impl FnOnce(&mut Self, &T),
        zero: impl FnOnce(&mut Reader<'de>) -> T,
    ) {
        match (flags & (1 << bit) != 0, value) {
            (true, Some(value)) => write(self, value),
            (true, None) => write(self, &zero(&mut Reader::new(&[]))),
            (false, _) => {}
        }
    }

    /// Writes a boxed `Vector` of elements in their natural form.
    ///
    /// # Panics
    /// If there are more than 2³² - 1 elements; so do all writers of vectors.
    #[inline]
    pub fn vector<T: Encode>(&mut self, items: &[T]) {
        self.run((VECTOR, vector::count(items)));
        T::encode_many(items, self);
    }

    /// Writes a bare `vector`, a count and its elements, of elements in their natural form.
    #[inline]
    pub fn bare_vector<T: Encode>(&mut self, items: &[T]) {
        self.nat(vector::count(items));
        T::encode_many(items, self);
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
        self.nat(vector::count(items));
        self.repeat_with(items, write);
    }

    /// Writes elements in their natural form, without a count.
    #[inline]
    pub fn repeat<T: Encode>(&mut self, items: &[T]) {
        T::encode_many(items, self);
    }

    /// Writes just `count` elements, for a count that stands elsewhere: no more of `items`, and for each that is
    /// missing what `zero` reads from no bytes.
    #[inline]
    pub fn repeat_by<'de, T>(
        &mut self,
        count: u32,
        items: &[T],
        mut write: impl FnMut(&mut Self, &T),
        mut zero: impl FnMut(&mut Reader<'de>) -> T,
    ) {
        let count = count as usize;
        self.repeat_with(&items[..count.min(items.len())], &mut write);
        self.add_items(count.saturating_sub(items.len()));
        for _ in items.len()..count {
            if self.is_done() {
                break;
            }
            write(self, &zero(&mut Reader::new(&[])));
        }
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

/// Spells numbers, some at once.
fn in_blocks<T: Copy, const N: usize>(
    items: &[T],
    to_bytes: impl Fn(T) -> [u8; N],
    put: impl FnMut(&[u8]),
) {
    // A large block is filled with zeros first, and one of less than four kB was seen to take twice the time with vectors
    // that lie badly to it.
    if items.len() <= BLOCKS[0] {
        in_blocks_of::<T, N, { BLOCKS[0] }>(items, to_bytes, put);
    } else {
        in_blocks_of::<T, N, { BLOCKS[1] }>(items, to_bytes, put);
    }
}

/// Through the stack: the compiler makes a copy of wide registers out of the inner loop, where a piece per number is five
/// times as slow, and filling the vector with zeros first half as slow again.
fn in_blocks_of<T: Copy, const N: usize, const BLOCK: usize>(
    items: &[T],
    to_bytes: impl Fn(T) -> [u8; N],
    mut put: impl FnMut(&[u8]),
) {
    let mut block = [[0; N]; BLOCK];
    for items in items.chunks(BLOCK) {
        for (bytes, &item) in block.iter_mut().zip(items) {
            *bytes = to_bytes(item);
        }
        put(block[..items.len()].as_flattened());
    }
}

impl From<Vec<u8>> for Writer<'_> {
    #[inline]
    fn from(bytes: Vec<u8>) -> Self {
        Self::appending(bytes)
    }
}

impl fmt::Debug for Writer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").field("bytes", &self.bytes).finish_non_exhaustive()
    }
}
