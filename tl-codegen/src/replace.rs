//! Replaces single files atomically.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::staging::{Staging, Sync, cannot, clean};

/// The most symbolic links that are followed.
const MAX_LINKS: u32 = 40;

/// Replaces the contents of a file atomically, and returns whether they changed.
///
/// The contents are written to a new file in the same folder, which then replaces the old file. If this fails
/// (the disk is full, the process is killed), the old bytes stay. The new file has the permissions of the old
/// one; a read-only file is not replaced. A symbolic link stays, and its target is replaced. If the path is
/// not a regular file, such as a pipe or `/dev/stdout`, the contents are written to it.
///
/// Removes `.typelang-…` folders beside the file that an interrupted run left.
///
/// # Errors
/// Returns an error, naming the file and the operation, if the file cannot be read or written.
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

/// Returns whether the path is a special file that holds no bytes to lose, or an open file under another
/// name.
fn is_stream(path: &Path) -> bool {
    let is_special = |found: fs::Metadata| !found.is_file() && !found.is_dir();
    let is_open = || ["/dev", "/proc"].iter().any(|folder| path.starts_with(folder));
    fs::metadata(path).is_ok_and(is_special) || is_open()
}

/// Returns the file that a path refers to, even if it does not exist yet.
fn target_of(path: &Path) -> io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..MAX_LINKS {
        match fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            // It is not a link, or does not exist.
            Err(_) => return Ok(target),
        }
    }
    Err(io::Error::other("too many symbolic links"))
}

#[cfg(test)]
mod tests;
