//! What generation gives: files in memory, and the ways they meet the disk.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{plan::SERDE_MODULE, print::HEADER};

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
    /// # Errors
    /// When a file cannot be read, written or removed.
    pub fn write(&self, dir: &Path) -> io::Result<Written> {
        self.refuse_to_replace(dir)?;
        let mut written = Written::default();
        // First, since the root on disk tells of former modules until it is written.
        for path in self.stale(dir)? {
            fs::remove_file(&path)?;
            // A folder that holds anything else stays.
            let folders = path.ancestors().skip(1).take_while(|folder| *folder != dir);
            let emptied = folders.map(fs::remove_dir).take_while(Result::is_ok);
            emptied.for_each(drop);
            written.removed.push(path);
        }
        for (path, content) in self.contents() {
            let path = dir.join(path);
            if content.is_current(&path)? {
                written.kept.push(path);
                continue;
            }
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(&path, content.bytes())?;
            written.changed.push(path);
        }
        Ok(written)
    }

    /// How `dir` differs from these files; nothing is written.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn drift(&self, dir: &Path) -> io::Result<Vec<Drift>> {
        let mut drift = Vec::new();
        for (path, content) in self.contents() {
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

    /// Fails when a file has the name of one of these and somebody else's text.
    fn refuse_to_replace(&self, dir: &Path) -> io::Result<()> {
        for path in self.files.keys().map(|path| dir.join(path)) {
            let is_ours = !path.exists() || fs::metadata(&path)?.len() == 0 || is_generated(&path)?;
            if !is_ours {
                let message = format!(
                    "`{}` is not generated, and would be replaced: choose another folder, or move it away",
                    path.display()
                );
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
            }
        }
        Ok(())
    }

    /// All files, each with what is in it.
    fn contents(&self) -> impl Iterator<Item = (&String, Content<'_>)> {
        let texts = self.files.iter().map(|(path, text)| (path, Content::Text(text)));
        texts.chain(self.data.iter().map(|(path, bytes)| (path, Content::Data(bytes))))
    }

    /// Generated files that are none of these: in the folders for namespaces, and in those of modules that are no longer.
    fn stale(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for module in self.former_modules(dir)? {
            collect(&module, &mut found)?;
            found.extend(Some(module.join(SCHEMA_FILE)).filter(|path| path.exists()));
        }
        for file in self.files.keys() {
            // `types.rs` stands beside `types/`, which is ours; other folders may be somebody else's.
            collect(&dir.join(file).with_extension(""), &mut found)?;
            let impls = dir.join(file).with_file_name(format!("{SERDE_MODULE}.rs"));
            if is_generated(&impls)? {
                found.push(impls);
            }
        }
        let ours = |path: &PathBuf| self.files.keys().any(|ours| dir.join(ours) == *path);
        found.retain(|path| !ours(path));
        found.sort();
        found.dedup();
        Ok(found)
    }

    /// The folders of modules that the root on disk declares, and these files do not have.
    fn former_modules(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        let is_root = |file: &&String| !file.contains('/') && !NOT_ROOTS.contains(&file.as_str());
        let Some(root) = self.files.keys().find(is_root).map(|root| dir.join(root)) else {
            return Ok(Vec::new());
        };
        if !is_generated(&root)? {
            return Ok(Vec::new());
        }
        let mut former = Vec::new();
        for module in fs::read_to_string(&root)?.lines().filter_map(declared_module) {
            let folder = dir.join(module);
            let is_ours = self.files.keys().any(|file| file.starts_with(&format!("{module}/")));
            if !is_ours && is_generated(&folder.join("mod.rs"))? {
                former.push(folder);
            }
        }
        Ok(former)
    }
}

/// Files beside the root, which declare namespaces and no modules.
const NOT_ROOTS: [&str; 3] = ["enums.rs", "functions.rs", "types.rs"];

/// The module that a line declares, in either format: attributes may stand before it.
fn declared_module(line: &str) -> Option<&str> {
    let (_, name) = line.trim_end().strip_suffix(';')?.rsplit_once("pub mod ")?;
    let name = name.trim_end();
    Some(name.trim_start_matches("r#"))
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
        let old = match fs::read(path) {
            Ok(old) => old,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        };
        let is_same = match self {
            Self::Data(bytes) => old == *bytes,
            Self::Text(text) => String::from_utf8(old)
                .is_ok_and(|old| old == *text || old.replace("\r\n", "\n") == *text),
        };
        Ok(is_same)
    }
}

/// The generated `.rs` files below `dir`.
fn collect(dir: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && is_generated(&path)?
        {
            found.push(path);
        }
    }
    Ok(())
}

fn is_generated(path: &Path) -> io::Result<bool> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        text => Ok(text?.starts_with(HEADER.trim_end())),
    }
}
