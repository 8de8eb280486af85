//! Queries inside wrappers.

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
#[cfg(feature = "layers")]
use alloc::vec::Vec;

/// The query in a wrapper, of any method: the rest of the bytes.
///
/// A wrapper's closure receives it as the query and returns it to be routed.
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
    /// The offset of the query inside the wrappers that were removed.
    at: usize,
    /// The index of the client's layer, and whether the bytes are still in it.
    #[cfg(feature = "layers")]
    pub(super) layer: usize,
    #[cfg(feature = "layers")]
    pub(super) is_in_layer: bool,
}

impl<'q> Unwrapped<'q> {
    pub(super) const fn new(bytes: &'q [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
            at: 0,
            #[cfg(feature = "layers")]
            layer: 0,
            #[cfg(feature = "layers")]
            is_in_layer: false,
        }
    }

    /// Continues with another form of the query.
    #[cfg(feature = "layers")]
    pub(super) fn replace(&mut self, bytes: Vec<u8>) {
        self.bytes = Cow::Owned(bytes);
        self.at = 0;
    }

    /// Continues after this number of bytes of the query.
    #[cfg(feature = "layers")]
    pub(super) fn skip(&mut self, len: usize) {
        self.at = self.at.saturating_add(len);
    }

    /// The query inside the wrappers that were removed.
    pub(super) fn query(&self) -> ObjectRef<'_> {
        ObjectRef::new(self.bytes.get(self.at..).unwrap_or_default())
    }

    /// Removes a wrapper and continues with its query.
    pub(super) fn enter(&mut self, query: &Query) {
        self.at = self.bytes.len().saturating_sub(query.len);
    }

    /// A fault in the query, with its offset from the start of the bytes.
    pub(super) fn fault(&self, error: Error) -> Error {
        error.after(self.at)
    }

    /// Continues with the content of the query if it is compressed; returns whether it is.
    #[cfg(feature = "gzip")]
    pub(super) fn unpack(&mut self, options: &Options) -> Result<bool, Error> {
        let is_packed = self.query().id() == <GzipPacked as Combinator>::ID;
        if is_packed {
            self.inflate(options)?;
        }
        Ok(is_packed)
    }

    /// Without the feature `gzip` nothing is unpacked.
    #[cfg(not(feature = "gzip"))]
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as with the feature")]
    pub(super) fn unpack(&mut self, _: &Options) -> Result<bool, Error> {
        Ok(false)
    }

    #[cfg(feature = "gzip")]
    fn inflate(&mut self, options: &Options) -> Result<(), Error> {
        if matches!(self.bytes, Cow::Owned(_)) {
            // Each level of compression multiplies the cost of a few bytes.
            return Err(self.fault(Error::new(ErrorKind::Compressed, 0, METHOD)));
        }
        let packed = self.query().decode_with::<GzipPacked<&[u8]>>(options);
        let unpacked = packed.and_then(|packed| packed.unpack_with(options));
        self.bytes = Cow::Owned(unpacked.map_err(|error| self.fault(error))?.into_bytes());
        self.at = 0;
        Ok(())
    }
}
