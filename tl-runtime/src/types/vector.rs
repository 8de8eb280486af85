//! Vectors and repetitions.

use crate::{
    read::reader::Reader,
    traits::{decode::Decode, encode::Encode, tag::Tag},
    types::beside_drop::BesideDrop,
    wire::{ids::VECTOR, length},
    write::writer::Writer,
};
use alloc::vec::Vec;

impl<'de> Reader<'de> {
    /// Reads a boxed `Vector` of elements in their natural form.
    #[inline]
    pub fn vector<T: Decode<'de>>(&mut self) -> Vec<T> {
        Vec::<T>::vector(self)
    }

    /// Reads a bare `vector`: a count, and elements in their natural form.
    pub fn bare_vector<T: Decode<'de>>(&mut self) -> Vec<T> {
        let count = self.admit_counted(T::MIN_LEN, size_of::<T>());
        T::decode_many(self, count)
    }

    /// Reads `count` elements in their natural form.
    pub fn repeat<T: Decode<'de>>(&mut self, count: u32) -> Vec<T> {
        let count = self.admit(count, 0, T::MIN_LEN, size_of::<T>());
        T::decode_many(self, count)
    }
}

impl Writer<'_> {
    /// Writes a boxed `Vector` of elements in their natural form.
    ///
    /// # Panics
    /// If there are 2³² or more elements. All writers of vectors panic then.
    #[inline]
    pub fn vector<T: Encode>(&mut self, items: &[T]) {
        self.run((VECTOR, length::count(items)));
        T::encode_many(items, self);
    }

    /// Writes a bare `vector`: a count, and elements in their natural form.
    #[inline]
    pub fn bare_vector<T: Encode>(&mut self, items: &[T]) {
        self.nat(length::count(items));
        T::encode_many(items, self);
    }

    /// Writes elements in their natural form, without a count.
    #[inline]
    pub fn repeat<T: Encode>(&mut self, items: &[T]) {
        T::encode_many(items, self);
    }
}

impl<T: Encode> Encode for Vec<T> {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;
    const TAG: Tag = Tag::Vector { of: &T::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.vector(self);
    }
}

impl<T: Encode> Encode for &[T] {
    const CAN_DISAGREE: bool = T::CAN_DISAGREE;
    const TAG: Tag = Tag::Vector { of: &T::TAG };

    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        out.vector(self);
    }
}

impl<'de, T: Decode<'de>> Decode<'de> for Vec<T> {
    const MIN_LEN: usize = 8;
    const NEEDS_ARENA: bool = T::NEEDS_ARENA;
    const TAG: Tag = Tag::Vector { of: &T::TAG };

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.vector()
    }
}
