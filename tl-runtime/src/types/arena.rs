//! Vectors and values behind a pointer, in an arena.

use crate::{
    read::reader::Reader,
    traits::{
        decode::{Decode, DecodeBare},
        tag::Tag,
    },
    types::form::BareSlice,
};

impl<'de> Reader<'de> {
    /// Reads a combinator's fields into the arena: the payload of a variant whose id was read.
    // Never inlined, for the same reason as `boxed`.
    #[inline(never)]
    pub fn arena_boxed<T: DecodeBare<'de> + Copy>(&mut self) -> &'de T {
        let place = self.arena_place();
        let value = T::decode_bare(self);
        place.write(value)
    }

    /// Reads into the arena with `read`.
    #[inline(never)]
    pub fn arena_boxed_with<T: Copy>(&mut self, read: impl FnOnce(&mut Self) -> T) -> &'de T {
        let place = self.arena_place();
        let value = read(self);
        place.write(value)
    }

    /// Reads a value in its natural form into the arena.
    #[inline(never)]
    pub fn arena_boxed_value<T: Decode<'de> + Copy>(&mut self) -> &'de T {
        let place = self.arena_place();
        let value = T::decode(self);
        place.write(value)
    }

    /// Puts a value that was read into the arena.
    #[doc(hidden)]
    #[inline]
    pub fn arena_record<T: Copy>(&mut self, value: T) -> &'de T {
        self.arena_place().write(value)
    }

    /// Reads a boxed `Vector` of elements in their natural form into the arena.
    #[inline(never)]
    pub fn arena_vector<T: Decode<'de> + Copy>(&mut self) -> &'de [T] {
        let count = self.admit_boxed(T::MIN_LEN, size_of::<T>());
        T::decode_many_in(self, count)
    }

    /// Reads a bare `vector` into the arena: a count, and elements in their natural form.
    #[inline(never)]
    pub fn arena_bare_vector<T: Decode<'de> + Copy>(&mut self) -> &'de [T] {
        let count = self.admit_counted(T::MIN_LEN, size_of::<T>());
        T::decode_many_in(self, count)
    }

    /// Reads `count` elements in their natural form into the arena.
    pub fn arena_repeat<T: Decode<'de> + Copy>(&mut self, count: u32) -> &'de [T] {
        let count = self.admit(count, 0, T::MIN_LEN, size_of::<T>());
        T::decode_many_in(self, count)
    }

    /// Reads a boxed `Vector` into the arena, each element with `read` and from at least `min_len` bytes.
    pub fn arena_vector_with<T: Copy>(
        &mut self,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> &'de [T] {
        let count = self.admit_boxed(min_len, size_of::<T>());
        self.arena_elements(count, read)
    }

    /// Reads a bare `vector` into the arena, each element with `read` and from at least `min_len` bytes.
    pub fn arena_bare_vector_with<T: Copy>(
        &mut self,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> &'de [T] {
        let count = self.admit_counted(min_len, size_of::<T>());
        self.arena_elements(count, read)
    }

    /// Reads a repetition of `count` elements into the arena, each with `read` and from at least `min_len` bytes.
    pub fn arena_repeat_with<T: Copy>(
        &mut self,
        count: u32,
        min_len: usize,
        read: impl FnMut(&mut Self) -> T,
    ) -> &'de [T] {
        let count = self.admit(count, 0, min_len, size_of::<T>());
        self.arena_elements(count, read)
    }

    /// Joins slices into one, and counts its memory as that of the parts was counted.
    #[doc(hidden)]
    #[inline]
    pub fn arena_rows<T: Copy>(&mut self, rows: impl ExactSizeIterator<Item = T>) -> &'de [T] {
        self.charge(rows.len().saturating_mul(size_of::<T>()));
        if self.failed() { &[] } else { self.arena_items(rows) }
    }
}

impl<'de, T: Decode<'de> + Copy> Decode<'de> for &'de [T] {
    const MIN_LEN: usize = 8;
    const NEEDS_ARENA: bool = true;
    const TAG: Tag = Tag::Vector { of: &T::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.arena_vector()
    }
}

impl<'de, T: DecodeBare<'de> + Copy> DecodeBare<'de> for &'de T {
    const MIN_LEN: usize = <T as DecodeBare<'de>>::MIN_LEN;
    const NEEDS_ARENA: bool = true;

    #[inline]
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        reader.arena_boxed()
    }
}

impl<'de, T: Decode<'de> + Copy> Decode<'de> for BareSlice<'de, T> {
    const MIN_LEN: usize = 4;
    const NEEDS_ARENA: bool = true;
    const TAG: Tag = Tag::BareVector { of: &T::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self(reader.arena_bare_vector())
    }
}
