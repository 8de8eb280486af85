//! From a deserializer to bytes.

use crate::{
    read::options::Options,
    reflect::{
        json::{encode::encode_tape, form::Form, tape::Tape},
        schema::table::Schema,
        walk::root::Root,
    },
};
use alloc::{borrow::ToOwned, vec::Vec};
use core::fmt;
use serde_core::de::{Deserializer, Error, SeqAccess, Visitor};

/// The bytes of a value from a deserializer, and the options to read them with.
///
/// The memory limit depends on the text and not on the bytes, which may be more. The JSON tree is held at the same
/// time, so it is subtracted.
pub(super) fn read<'de, D: Deserializer<'de>>(
    root: Root<'_>,
    schemas: &[Schema],
    form: Form,
    is_marking: bool,
    deserializer: D,
) -> Result<(Vec<u8>, Options), D::Error> {
    let tape = Tape::read(deserializer)?;
    let text_len = tape.text_len();
    let encoded = encode_tape(schemas, root, &tape, form, is_marking);
    let (bytes, has_marks) = encoded.map_err(Error::custom)?;
    // Text in the value takes at most as much memory as the bytes.
    let held = bytes.capacity().saturating_add(bytes.len());
    let options = Options::DEFAULT.memory(Options::beside(text_len, held)).marked(has_marks);
    Ok((bytes, options))
}

/// Accepts bytes, or the substitute of a format without bytes.
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
