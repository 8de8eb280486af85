//! From a deserializer to bytes.

use crate::reflect::{
    Root, Schema,
    json::{Form, Tree, encode},
};
use alloc::{borrow::ToOwned, vec::Vec};
use core::fmt;
use serde_core::de::{DeserializeSeed, Deserializer, Error, SeqAccess, Visitor};

/// The bytes of the value that a deserializer has as TL-JSON.
pub(super) fn read<'de, D: Deserializer<'de>>(
    root: Root<'_>,
    schemas: &[Schema],
    deserializer: D,
) -> Result<Vec<u8>, D::Error> {
    let json = Tree::whole().deserialize(deserializer)?;
    encode(schemas, root, &json, Form::default()).map_err(Error::custom)
}

/// Takes bytes, or what a format without bytes has in their place.
pub(super) struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the bytes of a TL value")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
        Ok(bytes.to_owned())
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
        Ok(bytes)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<u8>, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = seq.next_element()? {
            bytes.push(byte);
        }
        Ok(bytes)
    }
}
