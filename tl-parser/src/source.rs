//! The schema files of one run.

use core::ops::Index;

use crate::span::FileId;

/// One schema file: its text, and the name that reports use for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, or another name such as `<stdin>`.
    pub name: String,
    /// The whole text.
    pub text: String,
}

/// The files of one schema, in the order given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Creates an empty set of files.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and returns the id that its locations carry.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { name: name.into(), text: text.into() });
        id
    }

    /// Iterates over the files with their ids.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(&self.files)
    }
}

impl Index<FileId> for Sources {
    type Output = Source;

    fn index(&self, id: FileId) -> &Source {
        &self.files[id.0 as usize]
    }
}

/// A line and a column, both counted from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

impl Sources {
    /// Returns the file with this id, or `None` if there is none.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// Returns the position of a byte of a file; an offset past the end gives the end of the file. Returns
    /// `None` if there is no such file.
    ///
    /// This reads the file from its start; keep a [`Lines`] if you need many positions.
    #[must_use]
    pub fn position(&self, id: FileId, offset: u32) -> Option<Position> {
        let source = self.get(id)?;
        Some(Lines::new(&source.text).position(offset))
    }
}

/// The lines of a text, to find the positions of many offsets.
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<u32>,
    /// The number of characters that begin before each block of [`BLOCK`] bytes, since one line may be as
    /// long as the file.
    characters: Vec<u32>,
}

/// The block size in bytes; columns are counted byte by byte only within a block.
const BLOCK: usize = 512;

impl<'a> Lines<'a> {
    /// Finds the line starts of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let after = |newline: usize| u32::try_from(newline + 1).unwrap_or(u32::MAX);
        let breaks = text.match_indices('\n').map(|(newline, _)| after(newline));
        let starts = core::iter::once(0).chain(breaks).collect();
        let mut before = 0;
        let characters = text.as_bytes().chunks(BLOCK).map(|block| {
            let begin = before;
            before += beginning(block);
            begin
        });
        Self { text, starts, characters: characters.collect() }
    }

    /// Returns the number of characters that begin before a byte of the text.
    fn characters_before(&self, offset: usize) -> u32 {
        let block = (offset / BLOCK).min(self.characters.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.characters.get(block).map_or(0, |before| before + beginning(rest))
    }

    /// Returns the position of a byte; an offset past the end gives the end of the text. Positions have the
    /// same order as offsets.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1] as usize;
        let end = (offset as usize).clamp(start, self.text.len().max(start));
        let column = self.characters_before(end).saturating_sub(self.characters_before(start)) + 1;
        Position { line: u32::try_from(line).unwrap_or(u32::MAX), column }
    }

    /// Returns the offset at which the line that contains `offset` starts.
    #[must_use]
    pub fn start_of(&self, offset: u32) -> u32 {
        self.starts[self.starts.partition_point(|&start| start <= offset).max(1) - 1]
    }

    /// Returns the offset at which the line that contains `offset` ends: at `\n`, at `\r\n`, or at the
    /// end of the text.
    #[must_use]
    pub fn end_of(&self, offset: u32) -> u32 {
        let Some(next) = self.starts.get(self.starts.partition_point(|&start| start <= offset))
        else {
            return u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        };
        let newline = next - 1;
        let returns = newline > 0 && self.text.as_bytes().get(newline as usize - 1) == Some(&b'\r');
        if returns { newline - 1 } else { newline }
    }
}

/// Counts the characters that begin in the bytes, so that an offset within a character is valid too.
fn beginning(bytes: &[u8]) -> u32 {
    let count = match bytes {
        _ if bytes.is_ascii() => bytes.len(),
        _ => bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count(),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Counts the line's characters one by one, as the definition says.
    fn counted(text: &str, offset: usize) -> Position {
        let before = &text[..offset];
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let number = |count: usize| u32::try_from(count).unwrap();
        Position { line: number(line), column: number(text[start..offset].chars().count() + 1) }
    }

    #[test]
    fn columns_of_long_lines_are_counted_in_characters() {
        for unit in ["a", "é", "a\u{1f600}", "éé\n", "\n"] {
            let text = format!("x\n{}", unit.repeat(2 * BLOCK + 3));
            let lines = Lines::new(&text);
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let at = lines.position(u32::try_from(offset).unwrap());
                assert_eq!(at, counted(&text, offset), "{unit:?} {offset}");
            }
            let end = lines.position(u32::try_from(text.len()).unwrap());
            assert_eq!(lines.position(u32::MAX), end);
        }
        assert_eq!(Lines::new("").position(7), Position { line: 1, column: 1 });
    }
}
