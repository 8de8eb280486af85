//! Numbers of what is open: what depends on them, and what nothing comes to depend on.

use crate::reflect::schema::field::Uses;
use crate::reflect::walk::env::Number;
use alloc::vec::Vec;

/// A number, and the word that holds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traced {
    pub(crate) value: u32,
    /// The word, if it is traced, and whether something was added to it.
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

/// The numbers of the combinators that are open, and of rows that were.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words(Vec<Word>);

/// A number on which something may depend.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub(crate) value: u32,
    /// Where it is in the output, if there is one.
    #[cfg_attr(not(feature = "random"), expect(dead_code, reason = "a walk writes nothing"))]
    pub(crate) at: usize,
    /// How many variables are around its combinator, and which of the combinator's it is.
    place: (usize, u32),
    /// The bits on which something may depend, and those on which something came to depend.
    may_be_used: u32,
    used: u32,
}

impl Word {
    /// The bits that are set and on which nothing came to depend.
    pub(crate) const fn unused(self) -> u32 {
        self.value & self.may_be_used & !self.used
    }
}

impl Words {
    /// Traces a number, if something may depend on it.
    pub(crate) fn open(
        &mut self,
        value: u32,
        at: usize,
        place: (usize, u32),
        uses: Uses,
    ) -> Traced {
        if uses.is_data || uses.bits == 0 && !uses.counts {
            return Traced { value, word: None };
        }
        let may_be_used = if uses.counts { u32::MAX } else { uses.bits };
        self.0.push(Word { value, at, place, may_be_used, used: 0 });
        Traced { value, word: Some((self.0.len() - 1, false)) }
    }

    /// Notes that something depends on these bits.
    pub(crate) fn depend(&mut self, on: Traced, bits: u32) {
        let Some((word, is_sum)) = on.word else { return };
        if let Some(word) = self.0.get_mut(word) {
            // A sum's bits are not the number's.
            word.used |= if is_sum { u32::MAX } else { bits };
        }
    }

    /// Takes one of the numbers of the combinator that is ending.
    pub(crate) fn close(&mut self, base: usize) -> Option<Word> {
        self.0.pop_if(|word| word.place.0 >= base)
    }

    /// Takes one of the numbers of the row that is ending, of which `is_own` knows the variables.
    pub(crate) fn close_row(&mut self, base: usize, is_own: impl Fn(u32) -> bool) -> Option<Word> {
        self.0.pop_if(|word| word.place.0 == base && is_own(word.place.1))
    }
}
