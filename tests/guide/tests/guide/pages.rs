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

/// The README and the chapters of the guide, by their paths from the root.
pub(crate) fn chapters() -> Vec<String> {
    let is_chapter = |path: &String| path == "README.md" || path.starts_with("docs/guide/");
    all().into_iter().filter(is_chapter).collect()
}

/// Every Markdown file that is not built, by its path from the root.
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
        if name.starts_with('.') || name == "target" {
            continue;
        }
        if repository().join(&path).is_dir() {
            collect(&path, found);
        } else if Path::new(&name).extension().is_some_and(|it| it == "md") {
            found.push(path);
        }
    }
}
