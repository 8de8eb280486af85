//! Equality and hashing through the wire.

use crate::{Encode, Sink};
use alloc::vec::Vec;
use core::hash::Hasher;

/// Whether two values are equal, that is, whether their bytes are.
///
/// So a `double` is equal to itself even if it is not a number, and `0.0` differs from `-0.0`. Generated types
/// implement `PartialEq` with it: derived code for the same answer takes longer to compile than all the rest.
#[must_use]
pub fn same<T: Encode>(a: &T, b: &T) -> bool {
    let mut tape = Tape { bytes: Vec::new(), state: State::Record };
    a.encode(&mut tape);
    tape.state = State::Compare { at: 0 };
    b.encode(&mut tape);
    tape.state == State::Compare { at: tape.bytes.len() }
}

/// Hashes a value's bytes; equal values in the sense of [`same`] have equal hashes.
pub fn hash<T: Encode, H: Hasher>(value: &T, state: &mut H) {
    let mut tape = Tape { bytes: Vec::new(), state: State::Record };
    value.encode(&mut tape);
    state.write(&tape.bytes);
}

/// Records one value, then compares another with it.
///
/// One type for both, and for hashing: each sink is a further copy of all encoders that the compiler has to make.
struct Tape {
    bytes: Vec<u8>,
    state: State,
}

#[derive(PartialEq)]
enum State {
    Record,
    Compare { at: usize },
    Differ,
}

impl Sink for Tape {
    fn put(&mut self, bytes: &[u8]) {
        match &mut self.state {
            State::Record => self.bytes.extend_from_slice(bytes),
            State::Compare { at } => {
                let equal = self.bytes.get(*at..).is_some_and(|rest| rest.starts_with(bytes));
                if equal {
                    *at += bytes.len();
                } else {
                    self.state = State::Differ;
                }
            }
            State::Differ => {}
        }
    }

    fn is_done(&self) -> bool {
        self.state == State::Differ
    }
}
