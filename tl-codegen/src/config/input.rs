//! Reads the files that a build script names.

use std::{
    env, fs, io, mem,
    path::{Path, PathBuf},
};

use typelang_parser::{Sources, nearest};

use crate::{
    error::{Error, Unreadable},
    request::call::{Call, Mistake},
};

/// The files that a configuration names, as they are read.
#[derive(Debug, Default)]
pub(super) struct Files {
    /// All of them, those that cannot be read included.
    pub(super) named: Vec<PathBuf>,
    unreadable: Vec<Unreadable>,
}

impl Files {
    /// Reads schemas as one, without those that cannot be read.
    pub(super) fn schemas(&mut self, paths: &[impl AsRef<Path>]) -> Sources {
        let mut sources = Sources::new();
        for path in paths {
            let path = path.as_ref();
            self.named.push(path.to_owned());
            match text_in(path) {
                Ok(text) => _ = sources.add(path.display().to_string(), text),
                Err(source) => self.unreadable.push(Unreadable { path: path.to_owned(), source }),
            }
        }
        sources
    }

    /// Reports the schemas that could not be read.
    pub(super) fn expect_read(&mut self) -> Result<(), Error> {
        let files = mem::take(&mut self.unreadable);
        if files.is_empty() { Ok(()) } else { Err(Error::Unreadable { files }) }
    }
}

/// Reads a file of text; the error says that it cannot be read, and does not name it.
pub(crate) fn text_in(path: &Path) -> io::Result<String> {
    let text = fs::read(path).and_then(text_of);
    let mut text = text.map_err(|error| unreadable(path, &error))?;
    // Some editors save a byte order mark, which is no part of the text.
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

/// Returns bytes as text, or an error with the place of the first byte that is not UTF-8.
#[doc(hidden)]
pub fn text_of(bytes: Vec<u8>) -> io::Result<String> {
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let lines = error.as_bytes()[..at].split(|byte| *byte == b'\n').count();
        let message = format!("not UTF-8 at byte {at}, in line {lines}; save it as UTF-8");
        io::Error::new(io::ErrorKind::InvalidData, message)
    })
}

/// If a file cannot be read that a settings file names, returns where that is, for all such files.
pub(super) fn placed(error: Error, named: &[(PathBuf, Call)]) -> Error {
    let is_named = |file: &Unreadable| named.iter().any(|(path, _)| *path == file.path);
    let mistakes: Vec<Mistake> = match &error {
        Error::Unreadable { files } if files.iter().all(is_named) => {
            named.iter().filter_map(mistake).collect()
        }
        _ => Vec::new(),
    };
    if mistakes.is_empty() { error } else { Error::Settings { mistakes } }
}

/// Returns why a file cannot be read.
fn mistake((path, call): &(PathBuf, Call)) -> Option<Mistake> {
    text_in(path).err().map(|error| call.mistake(error.to_string()))
}

/// Adds the folder in which a relative path was looked up, and a name that is near. Cargo runs a build script in the
/// package's folder, not in the workspace's.
pub(crate) fn unreadable(path: &Path, error: &io::Error) -> io::Error {
    let folder = match env::current_dir() {
        Ok(folder) if path.is_relative() && error.kind() == io::ErrorKind::NotFound => {
            format!(", in {}", folder.display())
        }
        _ => String::new(),
    };
    let is_folder = error.kind() == io::ErrorKind::IsADirectory;
    let remedy = if is_folder { "; name a file in it".to_owned() } else { suggestion(path, error) };
    io::Error::new(error.kind(), format!("cannot be read: {error}{folder}{remedy}"))
}

/// Returns the end of a message about a file that is not there: the name in its folder that is nearest.
#[doc(hidden)]
#[must_use]
pub fn suggestion(path: &Path, error: &io::Error) -> String {
    let near = || {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let entries = fs::read_dir(folder.unwrap_or(Path::new("."))).ok()?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let names: Vec<String> = names.collect();
        let near = nearest(path.file_name()?.to_str()?, names.iter().map(String::as_str))?;
        Some(format!("; did you mean `{}`?", path.with_file_name(near).display()))
    };
    let is_missing = error.kind() == io::ErrorKind::NotFound;
    is_missing.then(near).flatten().unwrap_or_default()
}
