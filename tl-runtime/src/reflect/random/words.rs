//! Numbers of random values: what depends on them, and what nothing came to depend on.

use crate::reflect::{env::Number, schema::Uses};
use alloc::vec::Vec;

/// A number that was chosen, and the word that it was written to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Traced {
    pub(super) value: u32,
    /// The word, if it is written, and whether something was added to it.
    word: Option<(usize, bool)>,
}

impl Number for Traced {
    fn constant(value: u32) -> Self {
        Self { value, word: None }
    }

    fn plus(self, more: u32) -> Option<Self> {
        let word = self.word.map(|(word, is_sum)| (word, is_sum || more > 0));
        Some(Self { value: self.value.checked_add(more)?, word })
    }

    fn minus(self, less: u32) -> Option<Self> {
        let word = self.word.map(|(word, is_sum)| (word, is_sum || less > 0));
        Some(Self { value: self.value.checked_sub(less)?, word })
    }

    fn is(self, value: u32) -> bool {
        self.value == value
    }
}

/// The numbers of the combinators that are open.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(Vec<Word>);

/// A number that was written.
#[derive(Clone, Debug)]
struct Word {
    /// Where.
    at: usize,
    /// How many variables are around its combinator.
    base: usize,
    /// The bits on which something came to depend.
    used: u32,
}

impl Words {
    /// Notes a number that is written at `at`.
    pub(super) fn open(&mut self, value: u32, at: usize, base: usize, uses: Uses) -> Traced {
        if uses.bits == 0 && !uses.counts {
            return Traced { value, word: None };
        }
        self.0.push(Word { at, base, used: 0 });
        Traced { value, word: Some((self.0.len() - 1, false)) }
    }

    /// Notes that something depends on these bits.
    pub(super) fn depend(&mut self, on: Traced, bits: u32) {
        let Some((word, is_sum)) = on.word else { return };
        if let Some(word) = self.0.get_mut(word) {
            // A sum's bits are not the number's.
            word.used |= if is_sum { u32::MAX } else { bits };
        }
    }

    /// Clears the bits on which nothing came to depend, as an encoder leaves them.
    pub(super) fn close(&mut self, base: usize, out: &mut [u8]) {
        while let Some(word) = self.0.pop_if(|word| word.base >= base) {
            if let Some(place) = out.get_mut(word.at..).and_then(<[u8]>::first_chunk_mut) {
                *place = (u32::from_le_bytes(*place) & word.used).to_le_bytes();
            }
        }
    }
}
