//! Values whose bytes depend on numbers that stand elsewhere: TL's types with parameters of kind `#`.

use crate::{
    read::reader::Reader,
    traits::{combinator::Combinator, known::Known},
    write::writer::Writer,
};
use alloc::boxed::Box;

/// A value that is written by numbers which stand outside of it.
///
/// Whoever writes it computes the numbers from what all values that depend on them say. A value that says otherwise is
/// refused: the writer keeps the [`Disagreement`](crate::Disagreement).
pub trait EncodeWith<const N: usize> {
    /// What the value says of one of the numbers.
    ///
    /// One at a time, so that each part of a value is asked once: numbers go to other parts in any order.
    #[must_use]
    fn known(&self, number: usize) -> Known;

    /// Writes the value to `out`: boxed, if its type has ids.
    fn encode_with(&self, out: &mut Writer<'_>, numbers: [u32; N]);
}

/// A combinator's fields, by numbers which stand outside of it.
///
/// Implementing it implements [`EncodeWith`] too: the id, then the fields.
pub trait EncodeBareWith<const N: usize>: Combinator {
    /// What the value says of one of the numbers.
    ///
    /// One at a time, so that each part of a value is asked once: numbers go to other parts in any order.
    #[must_use]
    fn known(&self, number: usize) -> Known;

    /// Writes the fields to `out`.
    fn encode_bare_with(&self, out: &mut Writer<'_>, numbers: [u32; N]);
}

/// A value that is read by numbers which stand outside of it.
pub trait DecodeWith<'de, const N: usize>: Sized {
    /// Reads a value: boxed, if its type has ids.
    fn decode_with(reader: &mut Reader<'de>, numbers: [u32; N]) -> Self;
}

/// A combinator whose fields are read by numbers which stand outside of it.
///
/// Implementing it implements [`DecodeWith`] too: the id is read and checked, then come the fields.
pub trait DecodeBareWith<'de, const N: usize>: Combinator + Sized {
    /// Reads the fields.
    fn decode_bare_with(reader: &mut Reader<'de>, numbers: [u32; N]) -> Self;
}

impl<const N: usize, T: EncodeBareWith<N>> EncodeWith<N> for T {
    #[inline]
    fn known(&self, number: usize) -> Known {
        EncodeBareWith::known(self, number)
    }

    #[inline]
    fn encode_with(&self, out: &mut Writer<'_>, numbers: [u32; N]) {
        out.id(T::ID);
        self.encode_bare_with(out, numbers);
    }
}

impl<const N: usize, T: EncodeBareWith<N> + ?Sized> EncodeBareWith<N> for Box<T> {
    #[inline]
    fn known(&self, number: usize) -> Known {
        (**self).known(number)
    }

    #[inline]
    fn encode_bare_with(&self, out: &mut Writer<'_>, numbers: [u32; N]) {
        (**self).encode_bare_with(out, numbers);
    }
}

impl<'de, const N: usize, T: DecodeBareWith<'de, N>> DecodeWith<'de, N> for T {
    #[inline]
    fn decode_with(reader: &mut Reader<'de>, numbers: [u32; N]) -> Self {
        reader.expect_id::<T>();
        T::decode_bare_with(reader, numbers)
    }
}
