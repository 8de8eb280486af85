//! The default of generated types.

use crate::{read::reader::Reader, traits::decode::Decode};

/// The value that is read from no bytes: numbers are zero, text and vectors are empty, optional fields are unset.
///
/// Generated `Default` impls use it.
#[must_use]
pub fn zero<'de, T: Decode<'de>>() -> T {
    T::decode(&mut Reader::new(&[]))
}
