//! Compressing and decompressing, within limits.

use std::io::{Read, Write};

use flate2::{Compression, bufread::MultiGzDecoder, write::GzEncoder};

use crate::{
    mtproto::gzip_packed::GzipPacked,
    read::{
        error::{Error, ErrorKind},
        options::Options,
    },
    traits::{combinator::Combinator, encode::Encode},
    types::object::Object,
};
use alloc::vec::Vec;

impl GzipPacked {
    /// Compresses `value`, which must be boxed in its natural form.
    #[must_use]
    pub fn pack<T: Encode>(value: &T) -> Self {
        Self { packed_data: deflate(&value.to_bytes()) }
    }
}

impl<D: AsRef<[u8]>> GzipPacked<D> {
    /// Decompresses the value, with the default [`Options`].
    ///
    /// # Errors
    /// [`ErrorKind::InvalidGzip`] and [`ErrorKind::InflationLimit`].
    pub fn unpack(&self) -> Result<Object, Error> {
        self.unpack_with(&Options::DEFAULT)
    }

    /// Decompresses the value to at most as many bytes as [`Options::inflated`] and [`Options::inflation_ratio`] allow.
    ///
    /// # Errors
    /// The same as [`GzipPacked::unpack`].
    pub fn unpack_with(&self, options: &Options) -> Result<Object, Error> {
        inflate(self.packed_data.as_ref(), options).map(Object::from_vec)
    }
}

impl Object {
    /// The value as a `gzip_packed` if that takes fewer bytes, otherwise unchanged.
    #[must_use]
    pub fn packed(self) -> Self {
        let packed = Self::new(&GzipPacked::pack(&self));
        if packed.len() < self.len() { packed } else { self }
    }

    /// The value inside if this is a `gzip_packed`, otherwise the value itself.
    ///
    /// # Errors
    /// If it is a `gzip_packed` that cannot be unpacked: the same as [`GzipPacked::unpack`].
    pub fn unpacked(self) -> Result<Self, Error> {
        if self.id() == <GzipPacked as Combinator>::ID {
            return self.borrowed().decode_as::<GzipPacked<&[u8]>>()?.unpack();
        }
        Ok(self)
    }
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    let done = encoder.write_all(bytes).and_then(|()| encoder.finish());
    done.expect("compressing into memory does not fail, because a vector takes every byte")
}

/// Decompresses gzip data.
fn inflate(packed: &[u8], options: &Options) -> Result<Vec<u8>, Error> {
    let fail = |kind| Error::new(kind, 0, "gzip_packed");
    let limit = options.inflation_limit(packed.len());
    let mut bytes = Vec::new();
    let room = claimed(packed).min(limit);
    bytes.try_reserve_exact(room).map_err(|_| fail(ErrorKind::InflationLimit { limit }))?;
    // Reading one byte more than allowed shows whether the data is too long.
    let one_more = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut decoder = MultiGzDecoder::new(packed).take(one_more);
    decoder.read_to_end(&mut bytes).map_err(|_| fail(ErrorKind::InvalidGzip))?;
    if bytes.len() > limit {
        return Err(fail(ErrorKind::InflationLimit { limit }));
    }
    Ok(bytes)
}

/// The unpacked length that the last word of the data claims. The claim may be false.
fn claimed(packed: &[u8]) -> usize {
    packed.last_chunk().map_or(0, |size| usize::try_from(u32::from_le_bytes(*size)).unwrap_or(0))
}
