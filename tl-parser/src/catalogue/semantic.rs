//! The rules that the checker holds a schema to: `TL0100` and up, by ascending code.

use super::Entry;

pub(super) static ENTRIES: &[Entry] = &[];
