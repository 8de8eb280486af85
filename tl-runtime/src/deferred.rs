//! Responses that are read by numbers of the call.

use crate::{
    Decode, DecodeWith, Encode, EncodeWith, Error, ErrorKind, Object, Options, Reader, Writer,
    bounded::Bounded,
};
use core::{fmt, marker::PhantomData};

/// The most bytes of a response.
const LIMIT: usize = 16 * 1024 * 1024;

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
    /// The response to `call`, with as many items as the call's numbers say: what `value` has not is written as zero.
    ///
    /// # Errors
    /// [`ErrorKind::MemoryLimit`] when the call asks for more than 16 MiB, or for more than as many items that take no
    /// bytes: the numbers are the caller's.
    pub fn new(value: &T, call: &impl Numbers<N>) -> Result<Self, Error>
    where
        T: EncodeWith<N>,
    {
        Self::with_limit(value, call, LIMIT)
    }

    /// The same, of at most `limit` bytes.
    ///
    /// # Errors
    /// [`ErrorKind::MemoryLimit`] when the call asks for more.
    pub fn with_limit(value: &T, call: &impl Numbers<N>, limit: usize) -> Result<Self, Error>
    where
        T: EncodeWith<N>,
    {
        let mut bytes = Bounded::new(limit);
        value.encode_with(&mut Writer::to(&mut bytes), call.numbers());
        let bytes = bytes
            .finish()
            .ok_or_else(|| Error::new(ErrorKind::MemoryLimit, 0, "a call that asks for less"))?;
        Ok(Self { bytes: Object::from_vec(bytes), value: PhantomData })
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
