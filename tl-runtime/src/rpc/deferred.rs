//! Responses whose encoding depends on numbers of the call.

#[cfg(feature = "bumpalo")]
use crate::read::arena::Limited;
use crate::{
    read::{error::Error, options::Options, reader::Reader},
    traits::{
        decode::Decode,
        encode::Encode,
        with::{DecodeWith, EncodeWith},
    },
    types::object::Object,
    write::{disagreement::Disagreement, writer::Writer},
};
use core::{fmt, marker::PhantomData};

/// A call with numbers on which the encoding of its response depends.
pub trait Numbers<const N: usize> {
    /// The numbers.
    fn numbers(&self) -> [u32; N];
}

/// A response whose encoding depends on numbers of the call. It is kept as bytes until the call is given.
///
/// In TL's `getInts n:# = Tuple int n`, the reply alone does not determine how many values it has.
pub struct Deferred<T, const N: usize> {
    bytes: Object,
    value: PhantomData<fn() -> T>,
}

impl<T, const N: usize> Deferred<T, N> {
    /// Creates the response to `call`.
    ///
    /// # Errors
    /// If parts of `value` disagree with each other or with the call's numbers.
    pub fn new(value: &T, call: &impl Numbers<N>) -> Result<Self, Disagreement>
    where
        T: EncodeWith<N>,
    {
        let mut out = Writer::new();
        value.encode_with(&mut out, call.numbers());
        Ok(Self { bytes: Object::from_vec(out.finish()?), value: PhantomData })
    }

    /// Reads the response to `call`, with the default [`Options`].
    ///
    /// # Errors
    /// The first fault, with its offset; remaining bytes are a fault.
    pub fn read<'de>(&'de self, call: &impl Numbers<N>) -> Result<T, Error>
    where
        T: DecodeWith<'de, N>,
    {
        self.read_with(call, &Options::DEFAULT)
    }

    /// Reads the response to `call`, with `options`.
    ///
    /// # Errors
    /// The first fault, with its offset.
    pub fn read_with<'de>(&'de self, call: &impl Numbers<N>, options: &Options) -> Result<T, Error>
    where
        T: DecodeWith<'de, N>,
    {
        read(Reader::with_options(self.bytes.as_bytes(), options), call)
    }

    /// Reads the response to `call` into `arena`, with `options`.
    ///
    /// # Errors
    /// The first fault, with its offset.
    #[cfg(feature = "bumpalo")]
    pub fn read_in<'de>(
        &'de self,
        call: &impl Numbers<N>,
        arena: &'de bumpalo::Bump,
        options: &Options,
    ) -> Result<T, Error>
    where
        T: DecodeWith<'de, N>,
    {
        let bytes = self.bytes.as_bytes();
        let _limited = Limited::new(arena, options.arena_limit(bytes.len()));
        read(Reader::in_arena(bytes, options, arena), call)
    }
}

fn read<'de, T: DecodeWith<'de, N>, const N: usize>(
    mut reader: Reader<'de>,
    call: &impl Numbers<N>,
) -> Result<T, Error> {
    let value = T::decode_with(&mut reader, call.numbers());
    reader.finish()?;
    Ok(value)
}

impl<T, const N: usize> Clone for Deferred<T, N> {
    fn clone(&self) -> Self {
        Self { bytes: self.bytes.clone(), value: PhantomData }
    }
}

impl<T, const N: usize> PartialEq for Deferred<T, N> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl<T, const N: usize> Eq for Deferred<T, N> {}

impl<T, const N: usize> fmt::Debug for Deferred<T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Deferred").field(&self.bytes).finish()
    }
}

impl<T, const N: usize> Encode for Deferred<T, N> {
    #[inline]
    fn encode(&self, out: &mut Writer<'_>) {
        self.bytes.encode(out);
    }
}

impl<'de, T, const N: usize> Decode<'de> for Deferred<T, N> {
    const MIN_LEN: usize = 4;

    #[inline]
    fn decode(reader: &mut Reader<'de>) -> Self {
        Self { bytes: reader.object(), value: PhantomData }
    }
}
