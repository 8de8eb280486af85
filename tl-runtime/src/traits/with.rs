//! Values whose encoding depends on numbers of an enclosing value: TL's types with parameters of kind `#`.

use crate::{
    read::reader::Reader,
    traits::{combinator::Combinator, known::Known},
    write::writer::Writer,
};
use alloc::boxed::Box;

/// A value whose encoding depends on numbers of an enclosing value.
///
/// The enclosing value computes the numbers from all parts that depend on them. A part that differs is refused: the
/// writer keeps the [`Disagreement`](crate::Disagreement).
pub trait EncodeWith<const N: usize> {
    /// What the value determines of one of the numbers.
    ///
    /// One number per call, so that each part of a value is asked once: numbers are passed to other parts in any order.
    #[must_use]
    fn known(&self, number: usize) -> Known;

    /// Writes the value to `out`, boxed if its type has ids.
    fn encode_with(&self, out: &mut Writer<'_>, numbers: [u32; N]);
}

/// A combinator's fields whose encoding depends on numbers of an enclosing value.
///
/// Every implementor also implements [`EncodeWith`], which writes the id before the fields.
pub trait EncodeBareWith<const N: usize>: Combinator {
    /// What the value determines of one of the numbers.
    ///
    /// One number per call, so that each part of a value is asked once: numbers are passed to other parts in any order.
    #[must_use]
    fn known(&self, number: usize) -> Known;

    /// Writes the fields to `out`.
    fn encode_bare_with(&self, out: &mut Writer<'_>, numbers: [u32; N]);
}

/// A value whose decoding depends on numbers of an enclosing value.
pub trait DecodeWith<'de, const N: usize>: Sized {
    /// Reads a value, boxed if its type has ids.
    fn decode_with(reader: &mut Reader<'de>, numbers: [u32; N]) -> Self;
}

/// A combinator whose decoding depends on numbers of an enclosing value.
///
/// Every implementor also implements [`DecodeWith`], which reads and checks the id before the fields.
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

impl<const N: usize, T: EncodeBareWith<N> + ?Sized> EncodeBareWith<N> for &T {
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
