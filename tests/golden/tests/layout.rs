//! Generated items are laid out as the formatter would do it, whether templates spell their layout or not.

#![allow(clippy::unwrap_used, reason = "tests fail so")]

mod common;

use std::{fs, path::Path};

use syn::{File, Item};

use common::folder;

/// Returns the generated Rust files in a folder: path and text.
fn generated(folder: &Path, into: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            generated(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            if text.starts_with("// @generated") {
                into.push((path.display().to_string(), text));
            }
        }
    }
}

/// Returns the first item that the formatter lays out in another way.
fn other_layout(text: &str) -> Option<String> {
    let file: File = syn::parse_str(text).unwrap();
    // Lists in macro calls are printed by the generator.
    let items = file.items.into_iter().filter(|item| !matches!(item, Item::Macro(_)));
    let formatted = items.map(|item| {
        let items = vec![item];
        prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items })
    });
    { formatted }.find(|item| !text.contains(item.as_str()))
}

#[test]
fn items_are_laid_out_as_the_formatter_does() {
    let mut files = Vec::new();
    generated(&folder("src"), &mut files);
    let compact = "const A: u8 = {\n  1 };\n";
    assert!(other_layout(compact).is_some());
    assert!(files.len() > 100, "{} files", files.len());
    for (path, text) in files {
        assert_eq!(other_layout(&text), None, "{path}");
    }
}

#[test]
fn ready_made_crates_are_laid_out_as_the_formatter_does() {
    let mut files = Vec::new();
    for crates in ["../../generated", "../../crates/td/generated", "../../crates/ton/generated"] {
        generated(&folder(crates), &mut files);
    }
    assert!(files.len() > 500, "{} files", files.len());
    for (path, text) in files {
        assert_eq!(other_layout(&text), None, "{path}");
    }
}
