//! Writes new files to a folder beside the old ones, and renames them once all are complete.
//!
//! A run holds a lock in its staging folder. A folder whose lock is free belongs to an interrupted run, and
//! the next run removes it. Concurrent runs do not touch each other's folders; each file is complete and
//! belongs to the run that finished last.

use std::{
    fs::{self, File, Metadata, OpenOptions},
    io::{self, ErrorKind, Write},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

/// The name of a staging folder: this prefix, the process id, a counter, and the suffix.
const START: &str = ".typelang-";
const END: &str = ".tmp";

/// The file in a staging folder that its run locks.
const LOCK: &str = "lock";

/// The number of retries after a race with a concurrent run.
const TRIES: u32 = 64;

/// Adds the operation and the file to an error of the system.
pub(crate) fn cannot(action: &str, path: &Path) -> impl FnOnce(io::Error) -> io::Error {
    let what = format!("cannot {action} `{}`", path.display());
    move |error| io::Error::new(error.kind(), format!("{what}: {error}"))
}

/// The staging folder of one run, which is removed in the end.
#[derive(Debug)]
pub(crate) struct Staging {
    folder: PathBuf,
    /// Held as long as the folder is in use.
    _lock: File,
    files: Vec<PathBuf>,
}

impl Staging {
    /// Creates the folder in `dir`, which must be on the same file system as the files to be replaced.
    pub(crate) fn new(dir: &Path) -> io::Result<Self> {
        let mut last = None;
        for _ in 0..TRIES {
            match Self::try_new(dir) {
                // Another run has a folder of this name, or removed this one as abandoned.
                Err(error) if is_race(&error) && dir.is_dir() => last = Some(error),
                done => return done.map_err(cannot("write into", dir)),
            }
        }
        let error = last.unwrap_or_else(|| ErrorKind::AlreadyExists.into());
        Err(cannot("write into", dir)(error))
    }

    fn try_new(dir: &Path) -> io::Result<Self> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = dir.join(format!("{START}{}-{count}{END}", process::id()));
        fs::create_dir(&folder)?;
        let path = folder.join(LOCK);
        let made = OpenOptions::new().write(true).create_new(true).open(&path);
        let lock = made.inspect_err(|_| drop(fs::remove_dir(&folder)))?;
        // Without locks, no run removes folders that are in use either.
        _ = lock.lock();
        let staging = Self { folder, _lock: lock, files: Vec::new() };
        if path.exists() { Ok(staging) } else { Err(ErrorKind::NotFound.into()) }
    }

    /// Writes the new contents of `path`; the file itself changes only in [`Staging::commit`].
    ///
    /// The new file has the permissions of the old one and, if the system allows it, its owner. A read-only
    /// file is not replaced.
    pub(crate) fn add(&mut self, path: &Path, content: &[u8], sync: Sync) -> io::Result<()> {
        let staged = self.staged(self.files.len());
        self.files.push(path.to_owned());
        let write = || {
            let old = writable(path)?;
            let mut file = OpenOptions::new().write(true).create_new(true).open(&staged)?;
            if let Some(old) = &old {
                keep_owner(&file, old);
                file.set_permissions(old.permissions())?;
            }
            file.write_all(content)?;
            if sync == Sync::Yes { file.sync_all() } else { Ok(()) }
        };
        write().map_err(cannot("write", path))
    }

    /// Renames the new files in the order in which they were added; `between` runs before the last `rest` of
    /// them.
    pub(crate) fn commit(
        self,
        rest: usize,
        between: impl FnOnce() -> io::Result<()>,
    ) -> io::Result<()> {
        let first = self.files.len().saturating_sub(rest);
        let rename = |at: usize| {
            let path = &self.files[at];
            place(&self.staged(at), path).map_err(cannot("write", path))
        };
        (0..first).try_for_each(rename)?;
        between()?;
        (first..self.files.len()).try_for_each(rename)
    }

    fn staged(&self, at: usize) -> PathBuf {
        self.folder.join(at.to_string())
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        // The next run removes what cannot be removed now.
        _ = remove(&self.folder);
    }
}

/// Whether to flush the bytes to disk before the file gets its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sync {
    /// For files that cannot be generated again.
    Yes,
    /// For files that the next run generates again.
    No,
}

/// Removes staging folders in `dir` that interrupted runs left.
pub(crate) fn clean(dir: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(dir) {
        // A folder that cannot be listed is left alone.
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::PermissionDenied) => {
            return Ok(());
        }
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            let what =
                format!("`{}` is not a folder: choose another one, or move it away", dir.display());
            return Err(io::Error::new(error.kind(), what));
        }
        entries => entries.map_err(cannot("list", dir))?,
    };
    for entry in entries {
        let entry = entry.map_err(cannot("list", dir))?;
        // A link to a folder does not count as a folder.
        let is_ours = entry.file_name().to_str().is_some_and(is_staging)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if is_ours {
            // A folder that cannot be removed does no harm.
            _ = remove_left(&entry.path());
        }
    }
    Ok(())
}

/// Returns whether a folder's name is `.typelang-PID-COUNT.tmp`.
fn is_staging(name: &str) -> bool {
    let numbers = name.strip_prefix(START).and_then(|rest| rest.strip_suffix(END));
    let numbers = numbers.and_then(|numbers| numbers.split_once('-'));
    numbers.is_some_and(|(process, count)| is_number(process) && is_number(count))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Removes a folder that no run has locked.
fn remove_left(folder: &Path) -> io::Result<()> {
    match OpenOptions::new().write(true).open(folder.join(LOCK)) {
        // The lock is held until the folder is gone, so that a run that has just created the folder waits and
        // then sees that it is gone.
        Ok(lock) if lock.try_lock().is_ok() => remove(folder),
        Ok(_) => Ok(()),
        // A run that is about to create the lock has no other file in the folder.
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::remove_dir(folder).or_else(|error| {
                if folder.join(LOCK).exists() { Err(error) } else { remove(folder) }
            })
        }
        Err(error) => Err(error),
    }
}

/// Removes a staging folder and a run's files in it; the folder stays if it has other files.
fn remove(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_name().to_str().is_some_and(is_number) {
            fs::remove_file(entry.path())?;
        }
    }
    // Removed last, so that the next run recognizes the folder if this run is interrupted here.
    match fs::remove_file(folder.join(LOCK)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => fs::remove_dir(folder),
    }
}

/// Returns whether a concurrent run can be the cause.
fn is_race(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotFound)
}

/// Renames a staged file, and creates the folder if necessary.
fn place(staged: &Path, path: &Path) -> io::Result<()> {
    let mut tries = TRIES;
    loop {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        match fs::rename(staged, path) {
            // Another run removed the folder while it was empty.
            Err(error) if error.kind() == ErrorKind::NotFound && tries > 0 && staged.exists() => {
                tries -= 1;
            }
            done => return done,
        }
    }
}

/// Returns the metadata of the old file, if there is one; an error if it is read-only.
fn writable(path: &Path) -> io::Result<Option<Metadata>> {
    match OpenOptions::new().write(true).open(path) {
        Ok(old) => old.metadata().map(Some),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Gives the new file the old one's owner, as far as the system allows it.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let is_same = file.metadata().is_ok_and(|new| (new.uid(), new.gid()) == (old.uid(), old.gid()));
    if !is_same {
        // A user without this right can at most keep the group.
        _ = fchown(file, Some(old.uid()), Some(old.gid()))
            .or_else(|_| fchown(file, None, Some(old.gid())));
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) {}

#[cfg(test)]
pub(crate) mod tests;
