//! What the tables have in common.

use std::collections::BTreeSet;

/// A head and sorted lines.
pub(crate) fn lines(head: &str, lines: impl Iterator<Item = String>) -> String {
    let sorted: BTreeSet<String> = lines.collect();
    sorted.iter().fold(head.to_owned(), |text, line| text + line + "\n")
}

/// The letters of sources, in their order.
pub(crate) fn sources(letters: &BTreeSet<char>) -> String {
    letters.iter().collect()
}
