//! The `#` fields of new values, computed from their dependents.

use crate::reflect::schema::field::Uses;
use crate::reflect::walk::env::Number;
use alloc::vec::Vec;

/// A number that is known, or the word with this index.
#[derive(Clone, Copy, Debug)]
pub(super) enum Nat {
    Known(u32),
    Open(usize),
}

/// A word that is not written yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its offset in the output.
    pub(super) at: usize,
    /// Whether the value of a field may determine it, and not only a field's presence.
    is_remote: bool,
    /// The value of the bits on which nothing comes to depend.
    base: u32,
    ones: u32,
    zeros: u32,
    count: Option<u32>,
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
            Self::Open(_) => Some(self).filter(|_| more == 0),
        }
    }

    fn minus(self, less: u32) -> Option<Self> {
        match self {
            Self::Known(value) => value.checked_sub(less).map(Self::Known),
            Self::Open(_) => Some(self).filter(|_| less == 0),
        }
    }

    fn is(self, value: u32) -> bool {
        matches!(self, Self::Known(known) if known == value)
    }
}

impl Word {
    pub(super) const fn new(at: usize, base: u32, uses: Uses) -> Self {
        let is_remote = uses.is_remote || uses.counts;
        Self { at, is_remote, base, ones: 0, zeros: 0, count: None }
    }

    /// Records that a bit is set, or that it is not.
    pub(super) fn bit(&mut self, bit: u32, is_set: bool) -> Result<(), Conflict> {
        let (to, other) =
            if is_set { (&mut self.ones, self.zeros) } else { (&mut self.zeros, self.ones) };
        *to |= 1 << bit;
        if other >> bit & 1 == 1 { Err(Conflict) } else { Ok(()) }
    }

    /// Whether a field with this bit was present, or absent.
    pub(super) const fn known(&self, bit: u32) -> Option<bool> {
        match (self.ones >> bit & 1, self.zeros >> bit & 1) {
            (1, _) => Some(true),
            (_, 1) => Some(false),
            _ => None,
        }
    }

    /// Records a number of items.
    pub(super) fn count(&mut self, count: u32) -> Result<(), Conflict> {
        if self.count.is_some_and(|known| known != count) {
            return Err(Conflict);
        }
        self.count = Some(count);
        Ok(())
    }

    pub(super) fn value(&self) -> Result<u32, Conflict> {
        let value = self.count.unwrap_or(self.base & !self.zeros | self.ones);
        let is_sound = value & self.ones == self.ones && value & self.zeros == 0;
        if is_sound { Ok(value) } else { Err(Conflict) }
    }
}

/// The words of open values.
pub(super) type Words = Vec<Word>;

/// The words before a field that may have to be unset.
pub(super) enum Before {
    /// Only the number of them, because the value of the field changes none.
    Count(usize),
    All(Words),
}

impl Before {
    pub(super) fn of(words: &Words) -> Self {
        let may_change = words.iter().any(|word| word.is_remote);
        if may_change { Self::All(words.clone()) } else { Self::Count(words.len()) }
    }

    pub(super) fn restore(self, words: &mut Words) {
        match self {
            Self::Count(count) => words.truncate(count),
            Self::All(before) => *words = before,
        }
    }
}
