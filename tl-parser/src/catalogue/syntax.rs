//! The rules that the grammar holds a file to: `TL0001` to `TL0099`, by ascending code.

use super::Entry;

pub(super) static ENTRIES: &[Entry] = &[];
