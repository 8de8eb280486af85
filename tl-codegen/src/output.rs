//! What generation gives: files in memory, and the ways they meet the disk.

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
    /// The text of each file by its path below the output folder, with `/` between the parts.
    pub files: BTreeMap<String, String>,
    /// The bytes of each file that is not text, likewise: compiled schemas.
    pub data: BTreeMap<String, Vec<u8>>,
}

/// What the compiled schema of a generated module is called.
pub(crate) const SCHEMA_FILE: &str = "schema.tlo";

/// What writing an [`Output`] did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files that were new or different.
    pub changed: Vec<PathBuf>,
    /// Files that held the same text already.
    pub kept: Vec<PathBuf>,
    /// Files of an earlier run that nothing generates any more.
    pub removed: Vec<PathBuf>,
}

/// How one file on disk differs from the output.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drift {
    /// Its text is another.
    Changed(PathBuf),
    /// It is not there.
    Missing(PathBuf),
    /// An earlier run wrote it, and nothing generates it any more.
    Stale(PathBuf),
}

impl Output {
    /// Adds the files of `other` below the folder `name`.
    pub(crate) fn add_module(&mut self, name: &str, other: Self) {
        let below = |path| format!("{name}/{path}");
        self.files.extend(other.files.into_iter().map(|(path, text)| (below(path), text)));
        self.data.extend(other.data.into_iter().map(|(path, bytes)| (below(path), bytes)));
    }

    /// Makes `dir` hold these files: writes those that differ and removes generated ones that are no longer.
    ///
    /// All that is new is first written into a folder `.typelang-…` in `dir`; then each file takes the old one's name and
    /// permissions. So a full disk changes nothing, and a run that is killed leaves every file old or new; the next run
    /// does the rest and removes what was left. Two runs at the same time leave whole files; where they differ, it is chance
    /// whose.
    ///
    /// Symbolic links in `dir` are not written through, nor followed to what is removed.
    ///
    /// # Errors
    /// When a file cannot be read, written or removed, or has one of these names and is somebody's own, which is not replaced.
    /// The error names the file.
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
            // The root on disk tells of former modules until it is written.
            let rest = changed.iter().filter(|(name, ..)| !is_space(name)).count();
            staging.commit(rest, || remove(dir, &stale))?;
        }
        written.changed = changed.into_iter().map(|(_, path, _)| path).collect();
        written.changed.sort();
        written.kept.sort();
        written.removed = stale;
        Ok(written)
    }

    /// How `dir` differs from these files; nothing is written.
    ///
    /// # Errors
    /// When a file cannot be read.
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

    /// All files, each with what is in it, in the order in which they are written: what a root declares, the roots, and
    /// the compiled schemas, which their roots show to be ours.
    fn in_order(&self) -> impl Iterator<Item = (&String, Content<'_>)> {
        let texts = || self.files.iter().map(|(path, text)| (path, Content::Text(text)));
        let spaces = texts().filter(|(path, _)| is_space(path));
        let roots = texts().filter(|(path, _)| !is_space(path));
        let data = self.data.iter().map(|(path, bytes)| (path, Content::Data(bytes)));
        spaces.chain(roots).chain(data)
    }
}

/// Whether a file is one of those that a root declares: `types.rs`, or in a folder of such a name.
fn is_space(path: &str) -> bool {
    path.split('/').any(|part| SPACES.contains(&part.trim_end_matches(".rs")))
}

/// Removes files, and folders that are empty then.
fn remove(dir: &Path, stale: &[PathBuf]) -> io::Result<()> {
    for path in stale {
        match fs::remove_file(path) {
            // Another run was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            done => done.map_err(cannot("remove", path))?,
        }
        // A folder that holds anything else stays.
        let folders = path.ancestors().skip(1).take_while(|folder| *folder != dir);
        let emptied = folders.map(fs::remove_dir).take_while(Result::is_ok);
        emptied.for_each(drop);
    }
    Ok(())
}

/// What is in a file.
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

    /// Whether the file has it already, line ends of a checkout on Windows aside.
    fn is_current(&self, path: &Path) -> io::Result<bool> {
        // A pipe would never end.
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
