//! serde's traits for generated types, through the walker: no code for any type but a call.
//!
//! In formats for people, such as JSON, a value is TL-JSON, as in [`reflect::json`](crate::reflect::json): an object with
//! the constructor's name under `_`, the schema's names for fields, `long` as a decimal string, bytes as hex. In formats
//! for machines, which say so by `is_human_readable`, it is a byte string: the value's bytes, the id first.
//!
//! What is read is held as JSON, then written as bytes, which the type itself decodes: keys in any order, and the limits of
//! [`Options::DEFAULT`](crate::Options::DEFAULT). Errors name the place: ``$.peer: there is no field `id` ``.
//!
//! The generator writes the impls when it is asked to, with the macros of this module. A type that borrows text
//! implements `Serialize` alone: the bytes that it would borrow from are gone when it is read.

mod read;
mod wanted;
mod write;

use crate::{
    read::options::Options,
    serde::wanted::Wanted,
    traits::{decode::Decode, embedded::Embedded, encode::Encode},
};
use alloc::vec::Vec;
pub use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_core::{de, ser};

/// Serializes a value of what the schema calls `tl`: a type, `InputPeer` or `Maybe<int>`, or a constructor or function with
/// its id, `help.getConfig#c4f9186b`.
///
/// # Errors
/// What the serializer reports, a value whose parts disagree, and one that cannot be read again, such as one that nests
/// too deep.
pub fn serialize<T: Encode, S: Serializer>(
    value: &T,
    tl: &'static str,
    schema: &'static Embedded,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let bytes = value.try_to_bytes().map_err(ser::Error::custom)?;
    write(&bytes, tl, schema, serializer)
}

/// Deserializes a value of what the schema calls `tl`, as for [`serialize`].
///
/// # Errors
/// What the deserializer reports, with the path what is no value of the type, and what its bytes break of the limits.
pub fn deserialize<'de, T: for<'b> Decode<'b>, D: Deserializer<'de>>(
    tl: &'static str,
    schema: &'static Embedded,
    deserializer: D,
) -> Result<T, D::Error> {
    let (bytes, options) = read(tl, schema, deserializer)?;
    T::from_bytes_with(&bytes, &options).map_err(de::Error::custom)
}

/// Apart from [`serialize`], so that it is compiled once for a format.
fn write<S: Serializer>(
    bytes: &[u8],
    tl: &'static str,
    schema: &'static Embedded,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    if !serializer.is_human_readable() {
        return serializer.serialize_bytes(bytes);
    }
    let wanted = Wanted::new(tl, schema).map_err(ser::Error::custom)?;
    write::write(wanted.root(), wanted.schemas, bytes, serializer)
}

/// Apart from [`deserialize`], so that it is compiled once for a format.
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
    read::read(wanted.root(), wanted.schemas, deserializer)
}
