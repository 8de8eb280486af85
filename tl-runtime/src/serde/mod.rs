//! serde's traits for generated types, implemented with walks: only calls have code of their own.
//!
//! In human-readable formats such as JSON, a value is TL-JSON, as in [`reflect::json`](crate::reflect::json): an object
//! with the constructor's name under `_`, the schema's names for fields, `long` as a decimal string and bytes as
//! hexadecimal digits. Types of TDLib's schema are TDLib's JSON: the name is under `@type`, bytes are base64, `int53`
//! is a number, and reading ignores fields that the schema does not have. In other formats (`is_human_readable` is
//! false) it is a byte string: the value's bytes, starting with the id.
//!
//! Input is held as JSON, then written as bytes, and the type decodes the bytes. Keys may be in any order, and the
//! limits are those of [`Options::DEFAULT`](crate::Options::DEFAULT). Errors name the place: ``$.peer: there is no
//! field `id` ``.
//!
//! The generator writes the impls on request, with the macros of this module. Types that borrow text implement only
//! `Serialize`, because the bytes to borrow from do not outlive deserialization.

mod leaf;
mod read;
mod trail;
mod wanted;
mod write;

use crate::{
    read::options::Options,
    serde::wanted::Wanted,
    traits::{decode::Decode, embedded::Embedded, encode::Encode},
    write::writer::Writer,
};
use alloc::vec::Vec;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_core::{de, ser};

/// Serializes a value whose TL name is `tl`: a type (`InputPeer`, `Maybe<int>`), or a constructor or function with its
/// id (`help.getConfig#c4f9186b`).
///
/// # Errors
/// Errors of the serializer. Also fails for a value whose parts disagree, and for one that cannot be read again, such
/// as one that nests too deep. In TDLib's JSON, numbers that it does not hold fail, with their path: `double` that is
/// infinite or not a number, and `int53` of more than 53 bits.
pub fn serialize<T: Encode, S: Serializer>(
    value: &T,
    tl: &'static str,
    schema: &'static Embedded,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let is_marked = serializer.is_human_readable() && !schema.unknown().is_empty();
    let mut out = if is_marked { Writer::new().marking() } else { Writer::new() };
    value.encode(&mut out);
    let bytes = out.finish().map_err(ser::Error::custom)?;
    write(&bytes, is_marked, tl, schema, serializer)
}

/// Deserializes a value whose TL name is `tl`, as for [`serialize`].
///
/// # Errors
/// Errors of the deserializer. Also fails if the input is not a value of the type, with the path, or exceeds the
/// limits.
pub fn deserialize<'de, T: for<'b> Decode<'b>, D: Deserializer<'de>>(
    tl: &'static str,
    schema: &'static Embedded,
    deserializer: D,
) -> Result<T, D::Error> {
    let (bytes, options) = read(tl, schema, deserializer)?;
    T::from_bytes_with(&bytes, &options).map_err(de::Error::custom)
}

/// Separate from [`serialize`], so that it is compiled once for each format.
fn write<S: Serializer>(
    bytes: &[u8],
    is_marked: bool,
    tl: &'static str,
    schema: &'static Embedded,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return serializer.serialize_bytes(bytes);
    }
    let wanted = Wanted::new(tl, schema).map_err(ser::Error::custom)?;
    let options = Options::DEFAULT.marked(is_marked);
    write::write(wanted.root(), wanted.schemas, schema.form(), bytes, &options, serializer)
}

/// Separate from [`deserialize`], so that it is compiled once for each format.
fn read<'de, D: Deserializer<'de>>(
    tl: &'static str,
    schema: &'static Embedded,
    deserializer: D,
) -> Result<(Vec<u8>, Options), D::Error> {
    if !deserializer.is_human_readable() {
        let bytes = deserializer.deserialize_byte_buf(read::Bytes)?;
        return Ok((bytes, Options::DEFAULT));
    }
    let wanted = Wanted::new(tl, schema).map_err(de::Error::custom)?;
    let is_marking = !schema.unknown().is_empty();
    read::read(wanted.root(), wanted.schemas, schema.form(), is_marking, deserializer)
}
