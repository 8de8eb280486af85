//! Compressed values.

use crate::{
    read::reader::Reader,
    traits::{
        combinator::{Combinator, Declared},
        decode::DecodeBare,
        encode::EncodeBare,
    },
    wire::ids::GZIP_PACKED,
    write::writer::Writer,
};
use alloc::vec::Vec;

/// A boxed value, compressed with gzip. It may replace any `Object`, and wrap a query.
///
/// ```text
/// gzip_packed#3072cfa1 packed_data:bytes = Object;
/// ```
///
/// Zlib data is unpacked too, because TDLib packs queries with it and Telegram takes them.
///
/// `D` is `Vec<u8>`, or `&[u8]` to borrow the data from the input. The feature `gzip` adds packing and unpacking:
///
/// ```
/// # #[cfg(feature = "gzip")] {
/// use typelang_runtime::{Object, mtproto::GzipPacked};
///
/// let names = vec!["Ann".to_owned(); 1000];
/// let packed = GzipPacked::pack(&names);
/// assert!(packed.packed_data.len() < 100);
/// let object: Object = packed.unpack()?;
/// assert_eq!(object.decode_as::<Vec<String>>()?, names);
/// # }
/// # Ok::<(), typelang_runtime::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct GzipPacked<D = Vec<u8>> {
    /// The gzip or zlib data.
    pub packed_data: D,
}

impl<D> Combinator for GzipPacked<D> {
    type Schema = ();
    const DECLARED: Declared = Declared { id: GZIP_PACKED, name: "gzip_packed", min_len: 4 };
}

impl<D: AsRef<[u8]>> EncodeBare for GzipPacked<D> {
    fn encode_bare(&self, out: &mut Writer<'_>) {
        out.bytes(self.packed_data.as_ref());
    }
}

impl<'de, D: From<&'de [u8]>> DecodeBare<'de> for GzipPacked<D> {
    fn decode_bare(reader: &mut Reader<'de>) -> Self {
        Self { packed_data: D::from(reader.slice()) }
    }
}
