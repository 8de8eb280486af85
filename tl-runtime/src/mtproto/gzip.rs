//! Compressing and decompressing, within limits.

use std::io::{self, Read, Write};

use flate2::{
    Compression, Decompress, FlushDecompress, Status, bufread::MultiGzDecoder, write::GzEncoder,
};

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

/// The least room that is made for unpacked bytes at once.
const LEAST: usize = 4096;

/// Decompresses gzip data, or zlib data, which is what TDLib packs queries with.
fn inflate(packed: &[u8], options: &Options) -> Result<Vec<u8>, Error> {
    let fail = |kind| Error::new(kind, 0, "gzip_packed");
    let limit = options.inflation_limit(packed.len());
    let mut bytes = Vec::new();
    let room = claimed(packed).min(limit);
    bytes.try_reserve_exact(room).map_err(|_| fail(ErrorKind::InflationLimit { limit }))?;
    // Reading one byte more than allowed shows whether the data is too long.
    let one_more = limit.saturating_add(1);
    let read = if is_zlib(packed) {
        read_zlib(packed, one_more, &mut bytes)
    } else {
        let one_more = u64::try_from(one_more).unwrap_or(u64::MAX);
        MultiGzDecoder::new(packed).take(one_more).read_to_end(&mut bytes).map(drop)
    };
    read.map_err(|_| fail(ErrorKind::InvalidGzip))?;
    if bytes.len() > limit {
        return Err(fail(ErrorKind::InflationLimit { limit }));
    }
    Ok(bytes)
}

/// Unpacks zlib data to at most `most` bytes. The data has to be whole, and nothing may follow it.
fn read_zlib(packed: &[u8], most: usize, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut stream = Decompress::new(true);
    while bytes.len() < most {
        bytes.reserve_exact((most - bytes.len()).min(bytes.len().max(LEAST)));
        let before = (stream.total_in(), stream.total_out());
        let taken = usize::try_from(before.0).unwrap_or(usize::MAX);
        let rest = packed.get(taken..).unwrap_or_default();
        let status = stream.decompress_vec(rest, bytes, FlushDecompress::None)?;
        let is_stuck = (stream.total_in(), stream.total_out()) == before;
        match status {
            Status::StreamEnd if stream.total_in() == packed.len() as u64 => return Ok(()),
            Status::Ok | Status::BufError if !is_stuck => {}
            _ => return Err(io::ErrorKind::InvalidData.into()),
        }
    }
    Ok(())
}

/// Whether data begins with the two bytes of zlib, RFC 1950; those of gzip differ.
fn is_zlib(packed: &[u8]) -> bool {
    packed.first_chunk().is_some_and(|head: &[u8; 2]| {
        head[0] & 0x0f == 8 && u16::from_be_bytes(*head).is_multiple_of(31)
    })
}

/// The unpacked length that the last word of gzip data claims. The claim may be false.
fn claimed(packed: &[u8]) -> usize {
    let last = packed.last_chunk().filter(|_| !is_zlib(packed));
    last.map_or(0, |size| usize::try_from(u32::from_le_bytes(*size)).unwrap_or(0))
}
