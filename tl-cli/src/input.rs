//! The schemas that the command line names.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use typelang_parser::Sources;

use crate::Failure;

/// Reads files, `-` being the standard input, as one schema.
pub(crate) fn read(paths: &[PathBuf]) -> Result<Sources, Failure> {
    let mut sources = Sources::new();
    for path in paths {
        let (name, text) = read_one(path)?;
        sources.add(name, text);
    }
    Ok(sources)
}

fn read_one(path: &Path) -> Result<(String, String), Failure> {
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { "<stdin>".to_owned() } else { path.display().to_string() };
    let text = if is_stdin { io::read_to_string(io::stdin()) } else { fs::read_to_string(path) };
    match text {
        Ok(text) => Ok((name, text)),
        Err(source) => Err(Failure::Io { path: name.into(), source }),
    }
}
