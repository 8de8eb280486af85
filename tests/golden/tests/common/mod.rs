//! Finds and reads the schemas.

#![allow(dead_code, reason = "each test uses a part of it")]
#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

pub(crate) mod head;
pub(crate) mod settings;

use std::{
    fs,
    path::{Path, PathBuf},
};

use typelang_codegen::{Config, Sources};

/// Returns a folder of this package.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Returns the schemas: name and text.
pub(crate) fn schemas() -> Vec<(String, String)> {
    let mut schemas: Vec<_> = fs::read_dir(folder("schemas"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    schemas.sort();
    schemas
}

/// Returns the sources of a schema with one file.
pub(crate) fn sources(name: &str, text: &str) -> Sources {
    let mut sources = Sources::new();
    sources.add(format!("{name}.tl"), text);
    sources
}

/// Returns the settings at the head of a golden's schema.
#[track_caller]
pub(crate) fn config(schema: &str) -> Config {
    settings::config(schema).unwrap()
}
