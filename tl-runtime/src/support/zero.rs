//! The value that stands for nothing.

use crate::{read::reader::Reader, traits::decode::Decode};

/// What is read from no bytes: numbers are zero, text and vectors are empty, nothing that may be absent is there.
///
/// Generated `Default`s are made of it.
#[must_use]
pub fn zero<'de, T: Decode<'de>>() -> T {
    T::decode(&mut Reader::new(&[]))
}
