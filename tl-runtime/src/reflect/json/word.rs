//! `#` fields that JSON leaves out: computed from their dependents.

use crate::reflect::walk::env::Number;
use alloc::vec::Vec;

/// A number that is known, or that becomes known from its dependents.
#[derive(Clone, Copy, Debug)]
pub(super) enum Nat {
    Known(u32),
    /// The word with this index, and the constant added to it.
    Open {
        word: usize,
        plus: i64,
    },
}

/// A word that is not written yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'s> {
    /// Its field.
    pub(super) name: &'s str,
    /// Its offset in the output.
    pub(super) at: usize,
    /// The bits that are set, and the bits that are not.
    ones: u32,
    zeros: u32,
    count: Option<u32>,
}

/// The words of open values.
#[derive(Debug, Default)]
pub(super) struct OpenWords<'s> {
    words: Vec<Word<'s>>,
}

/// Two dependents of a word require different values of it.
pub(super) struct Conflict;

impl Number for Nat {
    fn constant(value: u32) -> Self {
        Self::Known(value)
    }

    fn plus(self, more: u32) -> Option<Self> {
        match self {
            Self::Known(value) => value.checked_add(more).map(Self::Known),
            Self::Open { word, plus } => Some(Self::Open { word, plus: plus + i64::from(more) }),
        }
    }

    fn minus(self, less: u32) -> Option<Self> {
        match self {
            Self::Known(value) => value.checked_sub(less).map(Self::Known),
            Self::Open { word, plus } => Some(Self::Open { word, plus: plus - i64::from(less) }),
        }
    }

    fn is(self, value: u32) -> bool {
        // An open word is not known yet; the output is read again in the end.
        matches!(self, Self::Known(known) if known == value) || matches!(self, Self::Open { .. })
    }
}

impl<'s> OpenWords<'s> {
    /// Opens a word.
    pub(super) fn open(&mut self, name: &'s str, at: usize) -> Nat {
        self.words.push(Word { name, at, ones: 0, zeros: 0, count: None });
        Nat::Open { word: self.words.len() - 1, plus: 0 }
    }

    /// The number of open words.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The name of a word's field.
    pub(super) fn name(&self, word: usize) -> &'s str {
        self.words.get(word).map_or("#", |word| word.name)
    }

    /// Records that a bit is set, or that it is not.
    pub(super) fn bit(&mut self, word: usize, bit: u32, is_set: bool) -> Result<(), Conflict> {
        let Some(word) = self.words.get_mut(word) else { return Err(Conflict) };
        let (to, other) =
            if is_set { (&mut word.ones, word.zeros) } else { (&mut word.zeros, word.ones) };
        *to |= 1 << bit;
        if other >> bit & 1 == 1 { Err(Conflict) } else { Ok(()) }
    }

    /// Records that the sum of the word and `plus` is the number of items.
    pub(super) fn count(&mut self, word: usize, plus: i64, count: usize) -> Result<(), Conflict> {
        let count = i64::try_from(count).ok().and_then(|count| u32::try_from(count - plus).ok());
        match (self.words.get_mut(word), count) {
            (Some(word), Some(count)) if word.count.is_none_or(|known| known == count) => {
                word.count = Some(count);
                Ok(())
            }
            _ => Err(Conflict),
        }
    }

    /// Removes the last word, and returns it with its value.
    pub(super) fn close(&mut self) -> Option<(Word<'s>, Result<u32, Conflict>)> {
        let word = self.words.pop()?;
        let value = word.count.unwrap_or(word.ones);
        let is_sound = value & word.ones == word.ones && value & word.zeros == 0;
        Some((word, if is_sound { Ok(value) } else { Err(Conflict) }))
    }
}
