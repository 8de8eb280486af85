//! Readers that are compiled beside what drops their values.

use crate::{
    read::reader::Reader,
    traits::decode::{Decode, DecodeBare},
};
use alloc::{boxed::Box, vec::Vec};
use core::mem::ManuallyDrop;

/// Readers that rustc compiles where it compiles what drops a `Vec`.
///
/// It puts a method of a trait beside other code for its type, and code that drops into each unit that uses it.
/// Decoders drop what was read if a reader panics, so that elsewhere all of it would be compiled once more.
pub(crate) trait BesideDrop<'de, T>: Sized {
    /// Reads a combinator's fields into a box.
    fn boxed(reader: &mut Reader<'de>) -> Box<T>
    where
        T: DecodeBare<'de>;

    /// Reads a boxed `Vector` of elements in their natural form.
    fn vector(reader: &mut Reader<'de>) -> Self
    where
        T: Decode<'de>;
}

impl<'de, T> BesideDrop<'de, T> for Vec<T> {
    // Never inlined: in a build without optimization, every arm of a caller's `match` would have its own slot for the
    // value in one stack frame.
    #[inline(never)]
    fn boxed(reader: &mut Reader<'de>) -> Box<T>
    where
        T: DecodeBare<'de>,
    {
        let place = reader.place();
        let value = T::decode_bare(reader);
        Box::write(ManuallyDrop::into_inner(place), value)
    }

    fn vector(reader: &mut Reader<'de>) -> Self
    where
        T: Decode<'de>,
    {
        let count = reader.admit_boxed(T::MIN_LEN, size_of::<T>());
        T::decode_many(reader, count)
    }
}
