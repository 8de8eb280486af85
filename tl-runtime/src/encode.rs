//! Values that can be written.

use crate::{BufferTooSmall, Combinator, Count, Cursor, Sink};
use alloc::{boxed::Box, vec::Vec};

/// A value with a natural form on the wire.
///
/// The form is boxed for combinators and for types with several constructors: the id, then the fields. It is bare
/// for primitives, and for a `Vec<T>` it is the boxed `Vector` of elements in their natural form.
pub trait Encode {
    /// Writes the value to `out`.
    fn encode<S: Sink>(&self, out: &mut S);

    /// Writes the values one after another; types of fixed width do it at once.
    #[doc(hidden)]
    #[inline]
    fn encode_many<S: Sink>(items: &[Self], out: &mut S)
    where
        Self: Sized,
    {
        out.repeat_with(items, |out, item| item.encode(out));
    }

    /// How many bytes [`Encode::encode`] writes.
    #[inline]
    fn encoded_len(&self) -> usize {
        let mut count = Count::new();
        self.encode(&mut count);
        count.len()
    }

    /// The value's bytes, in one allocation of exactly their length.
    #[inline]
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.encoded_len());
        self.encode(&mut bytes);
        bytes
    }

    /// Appends the value to `buffer`, which grows as needed.
    #[inline]
    fn encode_into(&self, buffer: &mut Vec<u8>) {
        self.encode(buffer);
    }

    /// Writes the value to the start of `buffer` and says how many bytes it took.
    ///
    /// # Errors
    /// [`BufferTooSmall`] with the length that the value needs; what the buffer then holds is unspecified.
    #[inline]
    fn encode_to_slice(&self, buffer: &mut [u8]) -> Result<usize, BufferTooSmall> {
        let mut cursor = Cursor::new(buffer);
        self.encode(&mut cursor);
        cursor.finish()
    }
}

/// A combinator's fields without its id.
///
/// Implementing it implements [`Encode`] too: the id, then the fields.
pub trait EncodeBare: Combinator {
    /// Writes the fields to `out`.
    fn encode_bare<S: Sink>(&self, out: &mut S);
}

impl<T: EncodeBare> Encode for T {
    #[inline]
    fn encode<S: Sink>(&self, out: &mut S) {
        out.id(T::ID);
        self.encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for &T {
    #[inline]
    fn encode_bare<S: Sink>(&self, out: &mut S) {
        (**self).encode_bare(out);
    }
}

impl<T: EncodeBare + ?Sized> EncodeBare for Box<T> {
    #[inline]
    fn encode_bare<S: Sink>(&self, out: &mut S) {
        (**self).encode_bare(out);
    }
}
