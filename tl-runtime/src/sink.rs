//! Where encoded bytes go.

use crate::{BOOL_FALSE, BOOL_TRUE, Encode, Reader, Run, VECTOR, run, string, vector};
use alloc::vec::Vec;

/// How many numbers are put at once.
const BLOCK: usize = 64;

/// Takes the bytes of values, in order.
///
/// Only [`Sink::put`] has to be written. A `Vec<u8>` is a sink that grows, [`Cursor`](crate::Cursor) fills a slice,
/// and [`Count`](crate::Count) keeps the length alone.
pub trait Sink: Sized {
    /// Takes `bytes` as they are.
    fn put(&mut self, bytes: &[u8]);

    /// Whether the sink needs no more bytes, so that the elements left of a vector may be skipped.
    #[doc(hidden)]
    #[inline]
    fn is_done(&self) -> bool {
        false
    }

    /// Is told of items that a value has not, before they are written.
    #[doc(hidden)]
    #[inline]
    fn add_items(&mut self, _count: usize) {}

    /// Takes numbers of fixed width, each as `to_bytes` spells it.
    // Not inlined: in a caller's loop the compiler was seen to lose the wide copies, at twice the time.
    #[doc(hidden)]
    #[inline(never)]
    fn put_all<T: Copy, const N: usize>(&mut self, items: &[T], to_bytes: impl Fn(T) -> [u8; N]) {
        // Through the stack: the compiler makes a copy of wide registers out of the inner loop, where a `put` per
        // number is five times as slow, and filling the sink with zeros first half as slow again.
        let mut block = [[0; N]; BLOCK];
        for items in items.chunks(BLOCK) {
            for (bytes, &item) in block.iter_mut().zip(items) {
                *bytes = to_bytes(item);
            }
            self.put(block[..items.len()].as_flattened());
        }
    }

    /// Writes neighbouring values of fixed width in one piece of at most 64 bytes.
    #[doc(hidden)]
    #[inline]
    fn run<R: Run>(&mut self, run: R) {
        const { assert!(R::LEN <= run::LIMIT, "a run has a limit") }
        let mut block = [0; run::LIMIT];
        run.fill(&mut block);
        self.put(&block[..R::LEN]);
    }

    /// Writes an `int`.
    #[inline]
    fn int(&mut self, value: i32) {
        self.put(&value.to_le_bytes());
    }

    /// Writes a `#`.
    #[inline]
    fn nat(&mut self, value: u32) {
        self.put(&value.to_le_bytes());
    }

    /// Writes a `long`.
    #[inline]
    fn long(&mut self, value: i64) {
        self.put(&value.to_le_bytes());
    }

    /// Writes a `double`, bit for bit.
    #[inline]
    fn double(&mut self, value: f64) {
        self.put(&value.to_le_bytes());
    }

    /// Writes a `float`, bit for bit.
    #[inline]
    fn float(&mut self, value: f32) {
        self.put(&value.to_le_bytes());
    }

    /// Writes an `int128`.
    #[inline]
    fn int128(&mut self, value: [u8; 16]) {
        self.put(&value);
    }

    /// Writes an `int256`.
    #[inline]
    fn int256(&mut self, value: [u8; 32]) {
        self.put(&value);
    }

    /// Writes an `int512`.
    #[inline]
    fn int512(&mut self, value: [u8; 64]) {
        self.put(&value);
    }

    /// Writes a `Bool`, which is boxed always.
    #[inline]
    fn bool(&mut self, value: bool) {
        self.id(if value { BOOL_TRUE } else { BOOL_FALSE });
    }

    /// Writes a `string`.
    #[inline]
    fn string(&mut self, value: &str) {
        self.bytes(value.as_bytes());
    }

    /// Writes a `bytes`; from 2²⁴ bytes on with a length of seven bytes.
    #[inline]
    fn bytes(&mut self, value: &[u8]) {
        string::write(value, self);
    }

    /// Writes an id.
    #[inline]
    fn id(&mut self, id: u32) {
        self.put(&id.to_le_bytes());
    }

    /// Writes a value in its natural form.
    #[inline]
    fn value<T: Encode + ?Sized>(&mut self, value: &T) {
        value.encode(self);
    }

    /// Writes a value in its natural form, if there is one; its bit is in a flag word before.
    #[inline]
    fn optional<T: Encode>(&mut self, value: &Option<T>) {
        if let Some(value) = value {
            value.encode(self);
        }
    }

    /// Writes a `#`, if `bit` of `flags` is set; it is 0 otherwise. Returns what was written.
    #[inline]
    fn optional_nat(&mut self, flags: u32, bit: u8, value: u32) -> u32 {
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
    fn optional_by<'de, T>(
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
    fn vector<T: Encode>(&mut self, items: &[T]) {
        self.run((VECTOR, vector::count(items)));
        T::encode_many(items, self);
    }

    /// Writes a bare `vector`, a count and its elements, of elements in their natural form.
    #[inline]
    fn bare_vector<T: Encode>(&mut self, items: &[T]) {
        self.nat(vector::count(items));
        T::encode_many(items, self);
    }

    /// Writes a boxed `Vector` whose elements `write` writes.
    #[inline]
    fn vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.id(VECTOR);
        self.bare_vector_with(items, write);
    }

    /// Writes a bare `vector` whose elements `write` writes.
    #[inline]
    fn bare_vector_with<T>(&mut self, items: &[T], write: impl FnMut(&mut Self, &T)) {
        self.nat(vector::count(items));
        self.repeat_with(items, write);
    }

    /// Writes elements in their natural form, without a count.
    #[inline]
    fn repeat<T: Encode>(&mut self, items: &[T]) {
        T::encode_many(items, self);
    }

    /// Writes just `count` elements, for a count that stands elsewhere: no more of `items`, and for each that is
    /// missing what `zero` reads from no bytes.
    #[inline]
    fn repeat_by<'de, T>(
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
    fn repeat_with<T>(&mut self, items: &[T], mut write: impl FnMut(&mut Self, &T)) {
        for item in items {
            if self.is_done() {
                break;
            }
            write(self, item);
        }
    }
}

impl Sink for Vec<u8> {
    #[inline]
    fn put(&mut self, bytes: &[u8]) {
        self.extend_from_slice(bytes);
    }

    // Not inlined: one copy of it in this crate, and not one per string in each caller.
    fn bytes(&mut self, value: &[u8]) {
        string::write_to_vec(value, self);
    }
}
