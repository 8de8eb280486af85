//! Helpers for all tables.

use std::collections::BTreeSet;

/// Formats a head and sorted lines.
pub(crate) fn lines(head: &str, lines: impl Iterator<Item = String>) -> String {
    let sorted: BTreeSet<String> = lines.collect();
    sorted.iter().fold(head.to_owned(), |text, line| text + line + "\n")
}

/// Formats the letters of sources, in order.
pub(crate) fn sources(letters: &BTreeSet<char>) -> String {
    letters.iter().collect()
}
