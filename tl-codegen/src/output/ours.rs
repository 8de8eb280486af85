//! Decides whether a file on disk is generated, and so may be replaced or removed.

use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read},
    path::Path,
};

use super::{Content, SCHEMA_FILE};
use crate::{plan::model::names::SERDE_MODULE, print::HEADER, staging::cannot};

/// The modules that every root declares; their files are not roots.
pub(super) const SPACES: [&str; 4] = ["enums", "functions", SERDE_MODULE, "types"];

/// Fails if the file at `path` in `dir` is not generated.
pub(super) fn refuse(dir: &Path, path: &Path, content: &Content<'_>) -> io::Result<()> {
    let name = path.display();
    let refused = |what: &str| Err(io::Error::new(ErrorKind::AlreadyExists, what.to_owned()));
    if let Some(link) = link(dir, path) {
        return refused(&format!(
            "`{}` is a symbolic link, which is not followed: choose another folder, or replace the link with a file",
            link.display()
        ));
    }
    let found = match fs::symlink_metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found.map_err(cannot("read", path))?,
    };
    if !found.is_file() {
        return refused(&format!(
            "`{name}` is not a regular file, so it cannot be replaced: choose another folder, or move it away"
        ));
    }
    let is_ours = match content {
        Content::Text(_) => is_begun(path)?,
        Content::Data(bytes) => is_begun_data(path, bytes)?,
    };
    if is_ours {
        return Ok(());
    }
    refused(&format!(
        "`{name}` is not generated, so it is not overwritten: choose another folder, or move it away"
    ))
}

/// Returns the first symbolic link on the way from `dir` to `path`, inclusive.
pub(super) fn link<'p>(dir: &Path, path: &'p Path) -> Option<&'p Path> {
    let below = path.ancestors().take_while(|folder| *folder != dir);
    below.filter(|folder| folder.is_symlink()).last()
}

/// Returns whether a file has the first line of generated files.
pub(super) fn is_generated(path: &Path) -> io::Result<bool> {
    let header = HEADER.trim_end().as_bytes();
    start(path, header.len()).map(|start| start.as_deref() == Some(header))
}

/// Returns whether a file is generated, or is only the beginning of the first line, as an interrupted run may
/// leave it.
fn is_begun(path: &Path) -> io::Result<bool> {
    let header = HEADER.trim_end().as_bytes();
    let start = start(path, header.len())?;
    Ok(start.is_none_or(|start| HEADER.as_bytes().starts_with(&start)))
}

/// Returns whether a compiled schema is generated: generated code beside it includes one, or it is a prefix
/// of the new bytes.
fn is_begun_data(path: &Path, new: &[u8]) -> io::Result<bool> {
    let old = fs::read(path).map_err(cannot("read", path))?;
    if new.starts_with(&old) {
        return Ok(true);
    }
    path.parent().map_or(Ok(false), has_schema)
}

/// Returns whether the generated code in a folder includes a compiled schema.
pub(super) fn has_schema(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder).map_err(cannot("list", folder))? {
        let path = entry.map_err(cannot("list", folder))?.path();
        let is_text = path.extension().is_some_and(|extension| extension == "rs");
        if !is_text || path.is_symlink() || !is_generated(&path)? {
            continue;
        }
        let text = fs::read(&path).map_err(cannot("read", &path))?;
        let text = String::from_utf8_lossy(&text);
        if text.lines().any(is_about_schema) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns whether a line, formatted or not, includes the compiled schema (in the root) or imports `Schema`
/// (in other modules).
fn is_about_schema(line: &str) -> bool {
    let line = line.replace(' ', "");
    line.contains(&format!("{SCHEMA_FILE:?}"))
        || line.starts_with("usesuper::") && line.contains("Schema")
}

/// Returns the first bytes of a file; `None` if it does not exist.
fn start(path: &Path, length: usize) -> io::Result<Option<Vec<u8>>> {
    if !path.is_file() {
        return Ok(None);
    }
    let mut start = Vec::new();
    let read = File::open(path).and_then(|file| file.take(length as u64).read_to_end(&mut start));
    match read {
        Ok(_) => Ok(Some(start)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot("read", path)(error)),
    }
}
