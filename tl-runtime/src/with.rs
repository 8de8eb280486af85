//! Values whose bytes depend on numbers that stand elsewhere: TL's types with parameters of kind `#`.

use crate::{Combinator, Reader, Writer};
use alloc::boxed::Box;

/// A value that is written by numbers which stand outside of it.
///
/// The numbers rule: what they leave out is not written, and what they ask for and the value has not is written as
/// zero, or empty. So whatever a value holds, its bytes are those of some value.
pub trait EncodeWith<const N: usize> {
    /// Writes the value to `out`: boxed, if its type has ids.
    fn encode_with(&self, out: &mut Writer<'_>, numbers: [u32; N]);
}

/// A combinator's fields, by numbers which stand outside of it.
///
/// Implementing it implements [`EncodeWith`] too: the id, then the fields.
pub trait EncodeBareWith<const N: usize>: Combinator {
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
    fn encode_with(&self, out: &mut Writer<'_>, numbers: [u32; N]) {
        out.id(T::ID);
        self.encode_bare_with(out, numbers);
    }
}

impl<const N: usize, T: EncodeBareWith<N> + ?Sized> EncodeBareWith<N> for Box<T> {
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
