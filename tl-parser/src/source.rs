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
