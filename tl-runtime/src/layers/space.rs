//! Memory for translated values.

use crate::reflect::translate::{loss::Loss, translator::Written};

/// Memory for a translated value, and what became of it.
///
/// A type that borrows text cannot borrow from translated bytes unless the caller keeps them: here.
#[derive(Clone, Debug, Default)]
pub struct Space {
    /// The value with values of other layers in it, each after a mark.
    pub(super) marked: Written,
    /// The value without any.
    pub(super) plain: Written,
    pub(super) way: Way,
}

/// How a value was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Way {
    #[default]
    Direct,
    Marked,
    Plain,
}

impl Space {
    fn made(&self) -> Option<&Written> {
        match self.way {
            Way::Direct => None,
            Way::Marked => Some(&self.marked),
            Way::Plain => Some(&self.plain),
        }
    }

    /// Whether the last value was not of the current layer alone.
    #[must_use]
    pub const fn is_translated(&self) -> bool {
        !matches!(self.way, Way::Direct)
    }

    /// What the last value lost, and what was filled in.
    #[must_use]
    pub fn losses(&self) -> &[Loss] {
        self.made().map_or(&[], |made| &made.value.losses)
    }

    /// The number of further losses; more than a mebibyte of them is not listed.
    #[must_use]
    pub fn unlisted(&self) -> usize {
        self.made().map_or(0, |made| made.value.unlisted)
    }

    /// The number of values in the last value that are [`Unknown`](crate::Unknown).
    #[must_use]
    pub fn unknown(&self) -> usize {
        self.made().map_or(0, |made| made.kept)
    }
}
