//! Vectors and repetitions.

use crate::{Decode, Encode, ErrorKind, Reader, VECTOR, Writer};
use alloc::{boxed::Box, vec::Vec};

impl<'de> Reader<'de> {
    /// Reads a boxed `Vector` of elements in their natural form.
    #[inline]
    pub fn vector<T: Decode<'de>>(&mut self) -> Vec<T> {
        self.boxed_elements::<T>().into_vec()
    }

    /// Reads a bare `vector`, a count and its elements, of elements in their natural form.
    #[inline]
    pub fn bare_vector<T: Decode<'de>>(&mut self) -> Vec<T> {
        self.counted_elements::<T>().into_vec()
    }

    /// Reads `count` elements in their natural form.
    pub fn repeat<T: Decode<'de>>(&mut self, count: u32) -> Vec<T> {
        let count = self.admit(count, 0, T::MIN_LEN, size_of::<T>());
        T::decode_many(self, count)
    }

    // Slices and not vectors, because two words are returned in registers: three go through memory, and whoever moves
    // them on waits for it.
    fn boxed_elements<T: Decode<'de>>(&mut self) -> Box<[T]> {
        let count = self.admit_boxed(T::MIN_LEN, size_of::<T>());
        T::decode_many(self, count).into_boxed_slice()
    }

    fn counted_elements<T: Decode<'de>>(&mut self) -> Box<[T]> {
        let count = self.admit_counted(T::MIN_LEN, size_of::<T>());
        T::decode_many(self, count).into_boxed_slice()
    }

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
    fn admit_boxed(&mut self, min_len: usize, size: usize) -> usize {
        self.expect(VECTOR, "Vector");
        self.admit_counted(min_len, size)
    }

    /// Reads the head of a bare vector, and says how many elements to read.
    fn admit_counted(&mut self, min_len: usize, size: usize) -> usize {
        let count = self.nat();
        self.admit(count, 4, min_len, size)
    }

    /// How many of `count` elements to read: all, or none when the bytes left or the limits forbid it.
    ///
    /// A fault is where the count stands: in the last `written` bytes, or in none if it stands elsewhere.
    fn admit(&mut self, count: u32, written: usize, min_len: usize, size: usize) -> usize {
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

/// How many there are, as the wire has it.
///
/// # Panics
/// If there are more than 2³² - 1 elements, which no vector of TL can have.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).expect("a vector of TL has less than 2^32 elements")
}

impl<T: Encode> Encode for Vec<T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.vector(self);
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    const MIN_LEN: usize = 8;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.vector()
    }
}
