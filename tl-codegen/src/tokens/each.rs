//! What `#(…)*` repeats for: an iterator, or the elements of a list.

use core::slice::Iter;

/// An iterator, which the repetition uses up.
pub(crate) trait Iterate: Iterator + Sized {
    fn each(self) -> Self {
        self
    }
}

impl<I: Iterator> Iterate for I {}

/// A list, which the repetition borrows.
pub(crate) trait IterateRef {
    type Element;

    fn each(&self) -> Iter<'_, Self::Element>;
}

impl<T> IterateRef for [T] {
    type Element = T;

    fn each(&self) -> Iter<'_, T> {
        self.iter()
    }
}

impl<T> IterateRef for Vec<T> {
    type Element = T;

    fn each(&self) -> Iter<'_, T> {
        self.iter()
    }
}
