//! Equality and hashing by encoded bytes.

use crate::{
    traits::{encode::Encode, with::EncodeWith},
    write::{sink::Sink, writer::Writer},
};
use core::hash::Hasher;

/// Whether two values are equal, that is, whether their fields hold the same.
///
/// Values with bytes are equal if and only if their bytes are: a `double` equals itself even if it is not a number, and
/// `0.0` differs from `-0.0`. Values whose parts disagree have no bytes, but can be compared. Generated types implement
/// `PartialEq` with it, because derived code takes longer to compile than everything else.
#[must_use]
pub fn same<T: Encode>(a: &T, b: &T) -> bool {
    same_as(|out| a.encode(out), |out| b.encode(out))
}

/// [`same`] for values whose encoding depends on numbers of an enclosing value: only their fields count.
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

/// Hashes a value's bytes; values that are equal by [`same`] have equal hashes.
pub fn hash<T: Encode, H: Hasher>(value: &T, state: &mut H) {
    let mut out = Writer::new().of_fields();
    value.encode(&mut out);
    state.write(&out.into_bytes());
}

/// [`hash`] for values whose encoding depends on numbers of an enclosing value.
pub fn hash_with<T: EncodeWith<N>, H: Hasher, const N: usize>(value: &T, state: &mut H) {
    let mut out = Writer::new().of_fields();
    value.encode_with(&mut out, [0; N]);
    state.write(&out.into_bytes());
}

/// The remaining bytes of one value after those that the other has in common; empty once they differ.
struct Rest<'a>(Option<&'a [u8]>);

impl Sink for Rest<'_> {
    fn put(&mut self, bytes: &[u8]) {
        self.0 = self.0.and_then(|rest| rest.strip_prefix(bytes));
    }

    fn is_done(&self) -> bool {
        self.0.is_none()
    }
}
