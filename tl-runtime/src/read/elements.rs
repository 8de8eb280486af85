//! Vectors and repetitions: limits on the number of elements, and reading each element with a closure.

use crate::{
    read::{error::ErrorKind, reader::Reader},
    wire::ids::VECTOR,
};
use alloc::vec::Vec;
use core::mem::ManuallyDrop;

impl Reader<'_> {
    /// Reads a boxed `Vector`, each element with `read` and from at least `min_len` bytes.
    pub fn vector_with<T>(&mut self, min_len: usize, read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.admit_boxed(min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads a bare `vector`, each element with `read` and from at least `min_len` bytes.
    pub fn bare_vector_with<T>(
        &mut self,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = self.admit_counted(min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads a repetition of `count` elements, each with `read` and from at least `min_len` bytes.
    pub fn repeat_with<T>(
        &mut self,
        count: u32,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let count = self.admit(count, 0, min_len, size_of::<T>());
        self.elements(count, read)
    }

    /// Reads an array, each element with `read`.
    #[inline]
    pub fn array_with<T, const N: usize>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> T,
    ) -> [T; N] {
        self.charge_elements(N);
        core::array::from_fn(|_| read(self))
    }

    /// Joins vectors into one, and counts its memory as that of the parts was counted.
    #[doc(hidden)]
    #[inline]
    pub fn rows<T>(&mut self, rows: impl ExactSizeIterator<Item = T>) -> Vec<T> {
        self.charge(rows.len().saturating_mul(size_of::<T>()));
        if self.failed() { Vec::new() } else { rows.collect() }
    }

    /// Reads the head of a boxed vector and returns the number of elements to read.
    pub(crate) fn admit_boxed(&mut self, min_len: usize, size: usize) -> usize {
        self.expect(VECTOR, "Vector");
        self.admit_counted(min_len, size)
    }

    /// Reads the head of a bare vector and returns the number of elements to read.
    pub(crate) fn admit_counted(&mut self, min_len: usize, size: usize) -> usize {
        let count = self.nat();
        self.admit(count, 4, min_len, size)
    }

    /// The number of elements to read: `count`, or 0 if the remaining bytes or the limits do not allow `count`
    /// elements.
    ///
    /// The offset of a fault is that of the count: the last `written` bytes, or the current offset if the count is
    /// elsewhere.
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

    /// Returns room for `count` elements, which the limits allow. It is a fault if there is no memory for them.
    pub(crate) fn room<T>(&mut self, count: usize) -> Vec<T> {
        // Without code that drops elements, should this panic: there are none yet.
        let mut items = ManuallyDrop::new(Vec::new());
        if items.try_reserve_exact(count).is_err() {
            self.fail(ErrorKind::MemoryLimit, "fewer elements");
        }
        ManuallyDrop::into_inner(items)
    }

    /// Reads `count` elements, which the limits allow, and stops at a fault.
    fn elements<T>(&mut self, count: usize, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let mut items = self.room(count);
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
