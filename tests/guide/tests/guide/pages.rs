//! The Markdown of the repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

pub(crate) fn read(path: &str) -> String {
    fs::read_to_string(repository().join(path)).unwrap()
}

/// Returns the README and the chapters of the guide, by their paths from the root.
pub(crate) fn chapters() -> Vec<String> {
    let is_chapter = |path: &String| path == "README.md" || path.starts_with("docs/guide/");
    all().into_iter().filter(is_chapter).collect()
}

/// Returns every Markdown file that is neither built nor fetched, by its path from the root.
pub(crate) fn all() -> Vec<String> {
    let mut found = Vec::new();
    collect("", &mut found);
    found.sort();
    found
}

fn collect(folder: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(repository().join(folder)).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let path = if folder.is_empty() { name.clone() } else { format!("{folder}/{name}") };
        if name.starts_with('.') || ["target", "node_modules"].contains(&&*name) {
            continue;
        }
        if repository().join(&path).is_dir() {
            collect(&path, found);
        } else if Path::new(&name).extension().is_some_and(|it| it == "md") {
            found.push(path);
        }
    }
}
