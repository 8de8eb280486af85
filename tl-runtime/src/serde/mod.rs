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
mod write;

use crate::{
    Decode, Embedded, Encode, Options,
    reflect::{Combinator, Root, Schema, TypeExpr},
};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};
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

/// What is read or written, found in the schema.
struct Wanted {
    schemas: &'static [Schema],
    form: Form,
}

enum Form {
    Combinator(&'static Combinator),
    Type(TypeExpr),
}

impl Wanted {
    fn new(tl: &'static str, embedded: &'static Embedded) -> Result<Self, String> {
        let schema = embedded.schema().ok_or("the compiled schema cannot be read")?;
        let form = match tl.split_once('#') {
            Some((name, id)) => {
                let id = u32::from_str_radix(id, 16).ok();
                let found = schema.all_named(name).find(|it| Some(it.id()) == id);
                Form::Combinator(found.ok_or_else(|| format!("the schema has no `{tl}`"))?)
            }
            None => Form::Type(TypeExpr::parse(schema, tl).map_err(|error| error.to_string())?),
        };
        Ok(Self { schemas: core::slice::from_ref(schema), form })
    }

    fn root(&self) -> Root<'_> {
        let schema = &self.schemas[0];
        match &self.form {
            Form::Combinator(combinator) => Root::Boxed(schema, combinator),
            Form::Type(ty) => Root::Type(schema, ty),
        }
    }
}
