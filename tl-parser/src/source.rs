//! The schema files that are read together.

use core::ops::Index;

use crate::span::FileId;

/// One schema file: a name to report faults under, and the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The path as the user wrote it, or another name such as `<stdin>`.
    pub name: String,
    /// The whole text, as read.
    pub text: String,
}

/// The files of one schema, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// No files.
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

    /// The files with their ids.
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
    /// The character in it.
    pub column: u32,
}

impl Sources {
    /// The file of this id, or `None` when there is none.
    #[must_use]
    pub fn get(&self, id: FileId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// Where a byte of a file stands; past its end, where the file ends. `None` when there is no such file.
    ///
    /// Reads the file from its start: who needs many positions keeps a [`Lines`].
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
}

impl<'a> Lines<'a> {
    /// Finds the lines of a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let after = |newline: usize| u32::try_from(newline + 1).unwrap_or(u32::MAX);
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = core::iter::once(0).chain(breaks.map(|(newline, _)| after(newline))).collect();
        Self { text, starts }
    }

    /// Where a byte stands; past the end, where the text ends. The order of offsets is that of positions.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts[line - 1] as usize;
        let end = (offset as usize).clamp(start, self.text.len().max(start));
        let before = self.text.as_bytes().get(start..end).unwrap_or_default();
        // Counts the bytes that begin a character, so that an offset within one needs no care.
        let column = before.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() + 1;
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Position { line: number(line), column: number(column) }
    }

    /// The offset at which the line of an offset starts.
    #[must_use]
    pub fn start_of(&self, offset: u32) -> u32 {
        self.starts[self.starts.partition_point(|&start| start <= offset).max(1) - 1]
    }

    /// The offset at which the line of an offset ends: that of `\n` or `\r\n`, or of the text's end.
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
