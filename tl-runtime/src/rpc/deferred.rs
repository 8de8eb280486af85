//! Responses that are read by numbers of the call.

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

/// A call whose response is read by numbers that the call has.
pub trait Numbers<const N: usize> {
    /// Those numbers.
    fn numbers(&self) -> [u32; N];
}

/// A response that is read by numbers of the call, kept as its bytes until they are known.
///
/// In TL's `getInts n:# = Tuple int n` the reply alone does not say how many numbers it has.
pub struct Deferred<T, const N: usize> {
    bytes: Object,
    value: PhantomData<fn() -> T>,
}

impl<T, const N: usize> Deferred<T, N> {
    /// The response to `call`.
    ///
    /// # Errors
    /// Where parts of `value` disagree with each other or with the call's numbers.
    pub fn new(value: &T, call: &impl Numbers<N>) -> Result<Self, Disagreement>
    where
        T: EncodeWith<N>,
    {
        let mut out = Writer::new();
        value.encode_with(&mut out, call.numbers());
        Ok(Self { bytes: Object::from_vec(out.finish()?), value: PhantomData })
    }

    /// Reads the response to `call`, under the default [`Options`].
    ///
    /// # Errors
    /// The first fault met, with its offset; bytes left over are a fault.
    pub fn read<'de>(&'de self, call: &impl Numbers<N>) -> Result<T, Error>
    where
        T: DecodeWith<'de, N>,
    {
        self.read_with(call, &Options::DEFAULT)
    }

    /// Reads the response to `call`, under `options`.
    ///
    /// # Errors
    /// The first fault met, with its offset.
    pub fn read_with<'de>(&'de self, call: &impl Numbers<N>, options: &Options) -> Result<T, Error>
    where
        T: DecodeWith<'de, N>,
    {
        let mut reader = Reader::with_options(self.bytes.as_bytes(), options);
        let value = T::decode_with(&mut reader, call.numbers());
        reader.finish()?;
        Ok(value)
    }
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
