//! Finds files of earlier runs that are no longer generated.

use std::{
    collections::BTreeSet,
    fs::{self, DirEntry},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use super::{
    Output, SCHEMA_FILE, is_space,
    ours::{SPACES, has_schema, is_generated, link},
};
use crate::staging::cannot;

impl Output {
    /// Returns generated files outside of this output: in the folders for namespaces, and in those of former
    /// modules.
    ///
    /// Symbolic links are not followed. A module's root comes last, since it shows that the other files are
    /// generated.
    pub(super) fn stale(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        let (mut found, mut roots) = (Vec::new(), BTreeSet::new());
        for module in self.former_modules(dir)? {
            collect(&module, &mut found)?;
            if has_schema(&module)? {
                found.extend(is_plain(&module.join(SCHEMA_FILE)));
            }
            roots.insert(module.join("mod.rs"));
        }
        for root in self.files.keys().filter(|file| !is_space(file)) {
            // `types/` belongs to the output, since `types.rs` is beside it; other folders may not.
            for space in SPACES {
                let path = dir.join(root).with_file_name(space);
                if link(dir, &path).is_none() {
                    collect(&path, &mut found)?;
                    let file = path.with_extension("rs");
                    found
                        .extend(is_plain(&file).filter(|_| is_generated(&file).is_ok_and(|is| is)));
                }
            }
            let schema = dir.join(root).with_file_name(SCHEMA_FILE);
            if link(dir, &schema).is_none() && schema.is_file() {
                let is_ours = schema.parent().map_or(Ok(false), has_schema)?;
                found.extend(Some(schema).filter(|_| is_ours));
            }
        }
        let names = self.files.keys().chain(self.data.keys());
        let current: BTreeSet<PathBuf> = names.map(|name| dir.join(name)).collect();
        found.retain(|path| !current.contains(path));
        found.sort_by_key(|path| (roots.contains(path), path.clone()));
        found.dedup();
        Ok(found)
    }

    /// Returns the folders of modules that the root on disk declares and this output does not have.
    fn former_modules(&self, dir: &Path) -> io::Result<Vec<PathBuf>> {
        let is_root = |file: &&String| !file.contains('/') && !is_space(file);
        let Some(root) = self.files.keys().find(is_root).map(|root| dir.join(root)) else {
            return Ok(Vec::new());
        };
        if !is_generated(&root)? {
            return Ok(Vec::new());
        }
        let text = fs::read(&root).map_err(cannot("read", &root))?;
        let mut former = Vec::new();
        for module in String::from_utf8_lossy(&text).lines().filter_map(declared_module) {
            let folder = dir.join(module);
            let below = format!("{module}/");
            let is_ours = self.files.range(below.clone()..).next();
            let is_ours = is_ours.is_some_and(|(file, _)| file.starts_with(&below));
            if !is_ours && !folder.is_symlink() && is_generated(&folder.join("mod.rs"))? {
                former.push(folder);
            }
        }
        Ok(former)
    }
}

/// Returns the module that a line declares, formatted or not; attributes may precede it.
fn declared_module(line: &str) -> Option<&str> {
    let (_, name) = line.trim_end().strip_suffix(';')?.rsplit_once("pub mod ")?;
    let name = name.trim_end();
    Some(name.trim_start_matches("r#"))
}

/// Returns the path if it is a regular file and not a link.
fn is_plain(path: &Path) -> Option<PathBuf> {
    let is_file = fs::symlink_metadata(path).is_ok_and(|found| found.is_file());
    is_file.then(|| path.to_owned())
}

/// Collects the generated `.rs` files below `dir`, without following links.
fn collect(dir: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    if dir.is_symlink() {
        return Ok(());
    }
    let entries = match fs::read_dir(dir) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(());
        }
        entries => entries.map_err(cannot("list", dir))?,
    };
    let mut entries: Vec<DirEntry> =
        entries.collect::<io::Result<_>>().map_err(cannot("list", dir))?;
    entries.sort_by_key(DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let kind = entry.file_type().map_err(cannot("read", &path))?;
        if kind.is_dir() {
            collect(&path, found)?;
        } else if kind.is_file()
            && path.extension().is_some_and(|extension| extension == "rs")
            && is_generated(&path)?
        {
            found.push(path);
        }
    }
    Ok(())
}
