//! Equality and hashing through the wire.

use crate::{Encode, Sink, Writer};
use core::hash::Hasher;

/// Whether two values are equal, that is, whether their bytes are.
///
/// So a `double` is equal to itself even if it is not a number, and `0.0` differs from `-0.0`. Generated types
/// implement `PartialEq` with it: derived code for the same answer takes longer to compile than all the rest.
#[must_use]
pub fn same<T: Encode>(a: &T, b: &T) -> bool {
    let mut out = Writer::new();
    a.encode(&mut out);
    let bytes = out.into_bytes();
    let mut rest = Rest(Some(&bytes));
    b.encode(&mut Writer::to(&mut rest));
    rest.0.is_some_and(<[u8]>::is_empty)
}

/// Hashes a value's bytes; equal values in the sense of [`same`] have equal hashes.
pub fn hash<T: Encode, H: Hasher>(value: &T, state: &mut H) {
    let mut out = Writer::new();
    value.encode(&mut out);
    state.write(&out.into_bytes());
}

/// What is left of the one value's bytes behind those that the other has in common; none once they differ.
struct Rest<'a>(Option<&'a [u8]>);

impl Sink for Rest<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(bytes));
    }

    fn is_done(&self) -> bool {
        self.0.is_none()
    }
}
