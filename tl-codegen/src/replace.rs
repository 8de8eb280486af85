//! Single files that are replaced whole or not at all.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::staging::{Staging, Sync, cannot, clean};

/// How many symbolic links are followed to a file.
const MAX_LINKS: u32 = 40;

/// Gives a file this content, whole or not at all, and says whether it was another before.
///
/// The new content goes into a new file in the same folder, which then takes the old one's name. When that fails (the disk is
/// full, the process is killed), the old bytes stay. The new file has the old one's permissions; a file that may not be
/// written is not replaced. A symbolic link stays, and the file that it names is replaced. What is no file, such as a pipe or
/// `/dev/stdout`, is written to.
///
/// `.typelang-…` folders that a killed run left beside the file are removed.
///
/// # Errors
/// When the file cannot be read or written; the error names the file and the operation.
pub fn replace_file(path: impl AsRef<Path>, content: &[u8]) -> io::Result<bool> {
    let path = path.as_ref();
    if is_stream(path) {
        return fs::write(path, content).map(|()| true).map_err(cannot("write", path));
    }
    let target = target_of(path).map_err(cannot("write", path))?;
    let folder = target.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    clean(folder)?;
    match fs::read(&target) {
        Ok(old) if old == content => return Ok(false),
        Err(error)
            if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) =>
        {
            return Err(cannot("read", path)(error));
        }
        _ => {}
    }
    let mut staging = Staging::new(folder)?;
    staging.add(&target, content, Sync::Yes)?;
    staging.commit(0, || Ok(()))?;
    Ok(true)
}

/// Whether there is something that holds no bytes to lose, or an open file under another name.
fn is_stream(path: &Path) -> bool {
    let is_special = |found: fs::Metadata| !found.is_file() && !found.is_dir();
    let is_open = || ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
    fs::metadata(path).is_ok_and(is_special) || is_open()
}

/// The file that a path names, also when it is not there yet.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            // It is no link, or nothing.
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("symbolic links without end"))
}

#[cfg(test)]
mod tests;
