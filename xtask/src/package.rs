//! Published packages, independent of how they are fetched.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use sha2::{Digest, Sha256};

use crate::{at, root};

/// A published package, unpacked.
#[derive(Clone, Debug)]
pub(crate) struct Package {
    pub(crate) version: String,
    pub(crate) licence: String,
    pub(crate) dir: PathBuf,
}

/// Creates an empty folder to fetch a package into.
pub(crate) fn fresh_dir(name: &str) -> Result<PathBuf, Box<dyn Error>> {
    let dir = root().join("target/xtask").join(name);
    if dir.exists() {
        fs::remove_dir_all(&dir).map_err(at(&dir))?;
    }
    fs::create_dir_all(&dir).map_err(at(&dir))?;
    Ok(dir)
}

/// Runs a program in a folder; its standard output is discarded.
pub(crate) fn run(program: &str, args: &[&str], dir: &Path) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new(program);
    command.args(args).current_dir(dir).stdin(Stdio::null()).stdout(Stdio::null());
    if command.status().map_err(|error| format!("{program}: {error}"))?.success() {
        return Ok(());
    }
    Err(format!("`{program} {}` failed", args.join(" ")).into())
}

/// Returns the name of the only entry in a folder.
pub(crate) fn only_entry(dir: &Path) -> Result<String, Box<dyn Error>> {
    let names = fs::read_dir(dir).map_err(at(dir))?.map(|entry| Ok(entry?.file_name()));
    let names: Vec<_> = names.collect::<std::io::Result<_>>().map_err(at(dir))?;
    match names.as_slice() {
        [only] => Ok(only.to_string_lossy().into_owned()),
        _ => Err(format!("{} holds {} things, not one", dir.display(), names.len()).into()),
    }
}

/// Returns the SHA-256 checksum of a text, in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text);
    digest.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}
