//! Values that can be read.

use crate::{
    read::{
        error::Error,
        options::{Options, Trailing},
        reader::Reader,
    },
    traits::{
        combinator::Combinator,
        embedded::{Embedded, HasSchema},
        locate,
    },
};
use alloc::{boxed::Box, vec::Vec};

/// A value that can be read in its natural form, the form that [`Encode`](crate::Encode) writes.
///
/// `'de` is the lifetime of the input, from which borrowed types (`&'de str`, `&'de [u8]`) take their text and bytes.
#[diagnostic::on_unimplemented(
    note = "if it is a method: methods are decoded only with the feature that `server_feature` names, `server` in typelang-telegram"
)]
pub trait Decode<'de>: Sized {
    /// The minimum number of bytes that a value takes. It limits what a hostile count can claim.
    const MIN_LEN: usize;

    /// Reads a value.
    ///
    /// After a fault the value is arbitrary, and [`Reader::finish`] returns the error.
    fn decode(reader: &mut Reader<'de>) -> Self;

    /// The schema that declares the type, if generated code carries it.
    #[doc(hidden)]
    #[must_use]
    #[inline]
    fn schema() -> Option<&'static Embedded> {
        None
    }

    /// Reads `count` values; the reader has checked that the input may hold them.
    #[doc(hidden)]
    #[inline]
    fn decode_many(reader: &mut Reader<'de>, count: usize) -> Vec<Self> {
        reader.elements(count, Self::decode)
    }

    /// Reads a value from all of `bytes`, with the default [`Options`].
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    #[inline]
    fn from_bytes(bytes: &'de [u8]) -> Result<Self, Error> {
        Self::from_bytes_with(bytes, &Options::DEFAULT)
    }

    /// Reads a value from all of `bytes`, with `options`.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[inline]
    fn from_bytes_with(bytes: &'de [u8], options: &Options) -> Result<Self, Error> {
        let reader = Reader::with_options(bytes, options);
        locate::read(reader, bytes, options).map(|(value, _)| value)
    }

    /// Reads a value from all of a shared buffer, with the default [`Options`]. Each `Bytes` in the value is a slice of
    /// the buffer and not a copy.
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    #[cfg(feature = "bytes")]
    #[inline]
    fn from_shared(buffer: &'de bytes::Bytes) -> Result<Self, Error> {
        locate::from_shared(buffer)
    }

    /// Reads a value from the start of `bytes`, and returns it with the remaining bytes.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[inline]
    fn from_prefix(bytes: &'de [u8]) -> Result<(Self, &'de [u8]), Error> {
        let options = Options::DEFAULT.trailing(Trailing::Allow);
        locate::read(Reader::with_options(bytes, &options), bytes, &options)
    }
}

/// A combinator whose fields can be read without its id.
///
/// Every implementor also implements [`Decode`], which reads and checks the id before the fields.
#[diagnostic::on_unimplemented(
    note = "methods are decoded only with the feature that `server_feature` names: `server` in typelang-telegram"
)]
pub trait DecodeBare<'de>: Combinator + Sized {
    /// The minimum number of bytes that the fields take.
    const MIN_LEN: usize = Self::DECLARED.min_len;

    /// Reads the fields.
    fn decode_bare(reader: &mut Reader<'de>) -> Self;
}

impl<'de, T: DecodeBare<'de>> Decode<'de> for T {
    const MIN_LEN: usize = 4 + <T as DecodeBare<'de>>::MIN_LEN;

    #[inline]
    fn schema() -> Option<&'static Embedded> {
        T::Schema::schema()
    }

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        reader.expect_id::<T>();
        T::decode_bare(reader)
    }
}

impl<'de, T: DecodeBare<'de>> DecodeBare<'de> for Box<T> {
    const MIN_LEN: usize = <T as DecodeBare<'de>>::MIN_LEN;

    #[inline]
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        reader.boxed()
    }
}

impl<'de> Reader<'de> {
    /// Reads a value in its natural form.
    #[inline]
    pub fn read<T: Decode<'de>>(&mut self) -> T {
        T::decode(self)
    }

    /// Reads the id of `T`; any other id is a fault.
    #[inline]
    pub fn expect_id<T: Combinator>(&mut self) {
        self.expect(T::ID, T::NAME);
    }
}
