//! Equality and hashing through the wire.

use crate::{
    traits::{encode::Encode, with::EncodeWith},
    write::{sink::Sink, writer::Writer},
};
use core::hash::Hasher;

/// Whether two values are equal, that is, whether their fields hold the same.
///
/// Values with bytes are equal if and only if their bytes are. So a `double` is equal to itself even if it is not a
/// number, and `0.0` differs from `-0.0`. Values whose parts disagree have no bytes, and are compared all the same. Generated
/// types implement `PartialEq` with it: derived code for the same answer takes longer to compile than all the rest.
#[must_use]
pub fn same<T: Encode>(a: &T, b: &T) -> bool {
    same_as(|out| a.encode(out), |out| b.encode(out))
}

/// [`same`] for values that are written by numbers from outside: their fields alone count.
#[must_use]
pub fn same_with<T: EncodeWith<N>, const N: usize>(a: &T, b: &T) -> bool {
    same_as(|out| a.encode_with(out, [0; N]), |out| b.encode_with(out, [0; N]))
}

fn same_as(a: impl FnOnce(&mut Writer<'_>), b: impl FnOnce(&mut Writer<'_>)) -> bool {
    let mut out = Writer::new().of_fields();
    a(&mut out);
    let bytes = out.into_bytes();
    let mut rest = Rest(Some(&bytes));
    b(&mut Writer::to(&mut rest).of_fields());
    rest.0.is_some_and(<[u8]>::is_empty)
}

/// Hashes a value's bytes; equal values in the sense of [`same`] have equal hashes.
pub fn hash<T: Encode, H: Hasher>(value: &T, state: &mut H) {
    let mut out = Writer::new().of_fields();
    value.encode(&mut out);
    state.write(&out.into_bytes());
}

/// [`hash`] for values that are written by numbers from outside.
pub fn hash_with<T: EncodeWith<N>, H: Hasher, const N: usize>(value: &T, state: &mut H) {
    let mut out = Writer::new().of_fields();
    value.encode_with(&mut out, [0; N]);
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
