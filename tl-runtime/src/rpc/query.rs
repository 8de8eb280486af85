//! Queries, and how far their wrappers are off.

#[cfg(feature = "gzip")]
use crate::{
    mtproto::gzip_packed::GzipPacked,
    read::error::{ErrorKind, METHOD},
    traits::combinator::Combinator,
};
use crate::{
    read::{error::Error, options::Options, reader::Reader},
    traits::decode::Decode,
    types::object_ref::ObjectRef,
};
use alloc::borrow::Cow;

/// A query in a wrapper, whatever its method: the rest of the bytes.
///
/// A wrapper's closure gets it in place of the query, and hands it back to be routed.
#[derive(Debug)]
pub struct Query {
    len: usize,
}

impl<'de> Decode<'de> for Query {
    const MIN_LEN: usize = 4;

    fn decode(reader: &mut Reader<'de>) -> Self {
        Self { len: reader.object_ref().len() }
    }
}

/// A query that is being routed.
pub(super) struct Unwrapped<'q> {
    bytes: Cow<'q, [u8]>,
    /// Where in the bytes the query begins that is not unwrapped yet.
    at: usize,
}

impl<'q> Unwrapped<'q> {
    pub(super) const fn new(bytes: &'q [u8]) -> Self {
        Self { bytes: Cow::Borrowed(bytes), at: 0 }
    }

    /// The query without the wrappers that are off.
    pub(super) fn query(&self) -> ObjectRef<'_> {
        ObjectRef::new(self.bytes.get(self.at..).unwrap_or_default())
    }

    /// Goes on with the query in the wrapper.
    pub(super) fn enter(&mut self, query: &Query) {
        self.at = self.bytes.len().saturating_sub(query.len);
    }

    /// A fault in the query, as seen from the start of the bytes.
    pub(super) fn fault(&self, error: Error) -> Error {
        error.after(self.at)
    }

    /// Goes on with what is in the query if it is packed, and says whether it is.
    #[cfg(feature = "gzip")]
    pub(super) fn unpack(&mut self, options: &Options) -> Result<bool, Error> {
        let is_packed = self.query().id() == <GzipPacked as Combinator>::ID;
        if is_packed {
            self.inflate(options)?;
        }
        Ok(is_packed)
    }

    /// Nothing is unpacked without the feature `gzip`.
    #[cfg(not(feature = "gzip"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as with the feature")]
    pub(super) fn unpack(&mut self, _: &Options) -> Result<bool, Error> {
        Ok(false)
    }

    #[cfg(feature = "gzip")]
    fn inflate(&mut self, options: &Options) -> Result<(), Error> {
        if matches!(self.bytes, Cow::Owned(_)) {
            // Each packing multiplies what a few bytes cost.
            return Err(self.fault(Error::new(ErrorKind::Compressed, 0, METHOD)));
        }
        let packed = self.query().decode_with::<GzipPacked<&[u8]>>(options);
        let unpacked = packed.and_then(|packed| packed.unpack_with(options));
        self.bytes = Cow::Owned(unpacked.map_err(|error| self.fault(error))?.into_bytes());
        self.at = 0;
        Ok(())
    }
}
