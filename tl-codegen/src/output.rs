//! The generated files in memory, and how they are written to disk.

mod ours;
mod stale;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use self::ours::{SPACES, refuse};
use crate::staging::{Staging, Sync, cannot, clean};

/// The generated files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Output {
    /// The text of each file, by its path below the output folder, with `/` as the separator.
    pub files: BTreeMap<String, String>,
    /// The bytes of each binary file, by path: the compiled schemas.
    pub data: BTreeMap<String, Vec<u8>>,
}

/// The file name of the compiled schema of a generated module.
pub(crate) const SCHEMA_FILE: &str = "schema.tlo";

/// The result of writing an [`Output`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were new or different.
    pub changed: Vec<PathBuf>,
    /// Files that were already current.
    pub kept: Vec<PathBuf>,
    /// Files of an earlier run that are no longer generated.
    pub removed: Vec<PathBuf>,
}

/// A difference between a file on disk and the output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drift {
    /// Its contents differ.
    Changed(PathBuf),
    /// It does not exist.
    Missing(PathBuf),
    /// An earlier run wrote it, and it is no longer generated.
    Stale(PathBuf),
}

impl Output {
    /// Adds the files of `other` below the folder `name`.
    pub(crate) fn add_module(&mut self, name: &str, other: Self) {
        let below = |path| format!("{name}/{path}");
        self.files.extend(other.files.into_iter().map(|(path, text)| (below(path), text)));
        self.data.extend(other.data.into_iter().map(|(path, bytes)| (below(path), bytes)));
    }

    /// Makes `dir` contain these files: writes those that differ, and removes generated files that are no
    /// longer needed.
    ///
    /// New files are first written to a folder `.typelang-…` in `dir`; then each replaces the old file and
    /// takes over its permissions. So a full disk changes nothing, and an interrupted run leaves each file
    /// either old or new; the next run completes it. Concurrent runs never leave partial files, but which of
    /// their versions remains is undefined.
    ///
    /// Symbolic links in `dir` are neither written through nor followed when files are removed.
    ///
    /// # Errors
    /// Returns an error, naming the file, if a file cannot be read, written or removed, or if an existing
    /// file with one of these names is not generated; such files are not replaced.
    pub fn write(&self, dir: &Path) -> io::Result<Written> {
        clean(dir)?;
        let (mut written, mut changed) = (Written::default(), Vec::new());
        for (name, content) in self.in_order() {
            let path = dir.join(name);
            if content.is_current(&path)? {
                written.kept.push(path);
            } else {
                refuse(dir, &path, &content)?;
                changed.push((name, path, content));
            }
        }
        let stale = self.stale(dir)?;
        if changed.is_empty() {
            remove(dir, &stale)?;
        } else {
            fs::create_dir_all(dir).map_err(cannot("make the folder", dir))?;
            let mut staging = Staging::new(dir)?;
            for (_, path, content) in &changed {
                staging.add(path, content.bytes(), Sync::No)?;
            }
            // Until the new root is written, the root on disk still lists former modules.
            let rest = changed.iter().filter(|(name, ..)| !is_space(name)).count();
            staging.commit(rest, || remove(dir, &stale))?;
        }
        written.changed = changed.into_iter().map(|(_, path, _)| path).collect();
        written.changed.sort();
        written.kept.sort();
        written.removed = stale;
        Ok(written)
    }

    /// Compares `dir` with these files; writes nothing.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read.
    pub fn drift(&self, dir: &Path) -> io::Result<Vec<Drift>> {
        let mut drift = Vec::new();
        for (path, content) in self.in_order() {
            let path = dir.join(path);
            if !path.exists() {
                drift.push(Drift::Missing(path));
            } else if !content.is_current(&path)? {
                drift.push(Drift::Changed(path));
            }
        }
        drift.extend(self.stale(dir)?.into_iter().map(Drift::Stale));
        drift.sort();
        Ok(drift)
    }

    /// Returns all files with their contents in the order of writing: the files that a root declares, the
    /// roots, and the compiled schemas, which the roots identify as generated.
    fn in_order(&self) -> impl Iterator<Item = (&String, Content<'_>)> {
        let texts = || self.files.iter().map(|(path, text)| (path, Content::Text(text)));
        let spaces = texts().filter(|(path, _)| is_space(path));
        let roots = texts().filter(|(path, _)| !is_space(path));
        let data = self.data.iter().map(|(path, bytes)| (path, Content::Data(bytes)));
        spaces.chain(roots).chain(data)
    }
}

/// Returns whether a root declares the file, such as `types.rs` or a file in `types/`.
fn is_space(path: &str) -> bool {
    path.split('/').any(|part| SPACES.contains(&part.trim_end_matches(".rs")))
}

/// Removes files, and folders that become empty.
fn remove(dir: &Path, stale: &[PathBuf]) -> io::Result<()> {
    for path in stale {
        match fs::remove_file(path) {
            // A concurrent run was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => done.map_err(cannot("remove", path))?,
        }
        // Folders with other contents stay.
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != dir);
        let emptied = folders.map(fs::remove_dir).take_while(Result::is_ok);
        emptied.for_each(drop);
    }
    Ok(())
}

/// The contents of a file.
enum Content<'o> {
    Text(&'o str),
    Data(&'o [u8]),
}

impl Content<'_> {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Data(bytes) => bytes,
        }
    }

    /// Returns whether the file on disk has these contents, ignoring the line ends of a checkout on Windows.
    fn is_current(&self, path: &Path) -> io::Result<bool> {
        // Reading a pipe would not end.
        if !path.is_file() {
            return Ok(false);
        }
        let old = match fs::read(path) {
            Ok(old) => old,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(cannot("read", path)(error)),
        };
        let is_same = match self {
            Self::Data(bytes) => old == *bytes,
            Self::Text(text) => String::from_utf8(old)
                .is_ok_and(|old| old == *text || old.replace("\r\n", "\n") == *text),
        };
        Ok(is_same)
    }
}

#[cfg(test)]
mod tests;
