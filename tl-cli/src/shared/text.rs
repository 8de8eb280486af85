//! Text that users write: UTF-8, which some editors save after a byte order mark.

use std::{fs, io, path::Path};

use typelang_codegen::text_of;

use crate::shared::outcome::Failure;

/// The mark, which is no part of the text.
const MARK: char = '\u{feff}';

/// Text without the mark.
pub(crate) fn unmarked(text: &str) -> &str {
    text.strip_prefix(MARK).unwrap_or(text)
}

/// Text as bytes without the mark.
pub(crate) fn unmarked_bytes(text: &[u8]) -> &[u8] {
    text.strip_prefix(MARK.encode_utf8(&mut [0; 4]).as_bytes()).unwrap_or(text)
}

/// The text that bytes of this name are, without the mark.
pub(crate) fn decoded(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    let mut text = text_of(bytes).map_err(Failure::io("read", name))?;
    if text.starts_with(MARK) {
        text.drain(..MARK.len_utf8());
    }
    Ok(text)
}

/// Reads a file of text, without the mark.
pub(crate) fn read(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(Failure::io("read", path))?;
    decoded(&path.display().to_string(), bytes)
}

/// Reads a file of text that need not exist.
pub(crate) fn read_if_there(path: &Path) -> Result<Option<String>, Failure> {
    match read(path) {
        Ok(text) => Ok(Some(text)),
        Err(Failure::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(failure) => Err(failure),
    }
}
