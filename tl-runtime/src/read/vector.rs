//! Reading vectors and repetitions: how many elements there may be, and each by a closure.

use crate::{
    read::{error::ErrorKind, reader::Reader},
    wire::ids::VECTOR,
};
use alloc::vec::Vec;

impl Reader<'_> {
    /// Reads a boxed `Vector` whose elements `read` reads, each from `min_len` bytes at least.
    pub fn vector_with<T>(&mut self, min_len: usize, read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.admit_boxed(min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads a bare `vector` whose elements `read` reads, each from `min_len` bytes at least.
    pub fn bare_vector_with<T>(
        &mut self,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = self.admit_counted(min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads a repetition of `count` elements that `read` reads, each from `min_len` bytes at least.
    pub fn repeat_with<T>(
        &mut self,
        count: u32,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = self.admit(count, 0, min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads an array of elements that `read` reads.
    #[inline]
    pub fn array_with<T, const N: usize>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> T,
    ) -> [T; N] {
        self.charge_elements(N);
        core::array::from_fn(|_| read(self))
    }

    /// Makes one vector of what several were read for, counting its memory as theirs was.
    #[doc(hidden)]
    #[inline]
    pub fn rows<T>(&mut self, rows: impl ExactSizeIterator<Item = T>) -> Vec<T> {
        self.charge(rows.len().saturating_mul(size_of::<T>()));
        if self.failed() { Vec::new() } else { rows.collect() }
    }

    /// Reads the head of a boxed vector, and says how many elements to read.
    pub(crate) fn admit_boxed(&mut self, min_len: usize, size: usize) -> usize {
        self.expect(VECTOR, "Vector");
        self.admit_counted(min_len, size)
    }

    /// Reads the head of a bare vector, and says how many elements to read.
    pub(crate) fn admit_counted(&mut self, min_len: usize, size: usize) -> usize {
        let count = self.nat();
        self.admit(count, 4, min_len, size)
    }

    /// How many of `count` elements to read: all, or none when the bytes left or the limits forbid it.
    ///
    /// A fault is where the count stands: in the last `written` bytes, or in none if it stands elsewhere.
    pub(crate) fn admit(
        &mut self,
        count: u32,
        written: usize,
        min_len: usize,
        size: usize,
    ) -> usize {
        let elements = count as usize;
        if elements.saturating_mul(min_len) > self.rest().len() {
            let offset = self.offset().saturating_sub(written);
            self.fail_at(offset, ErrorKind::CountTooLarge { count }, "fewer elements");
        }
        self.charge_elements(elements);
        self.charge(elements.saturating_mul(size));
        if self.failed() { 0 } else { elements }
    }

    /// Reads `count` elements, which were admitted, and stops at a fault.
    pub(crate) fn elements<T>(
        &mut self,
        count: usize,
        mut read: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let mut items = Vec::new();
        if items.try_reserve_exact(count).is_err() {
            self.fail(ErrorKind::MemoryLimit, "fewer elements");
            return items;
        }
        for _ in 0..count {
            let item = read(self);
            if self.failed() {
                break;
            }
            items.push(item);
        }
        items
    }
}
