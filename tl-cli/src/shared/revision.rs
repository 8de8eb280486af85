//! Files of git revisions where a schema is named: `REV:path`.

use std::{
    io,
    path::Path,
    process::{Command, Stdio},
};

use crate::shared::outcome::Failure;

/// Whether a name is `REV:path`, and no file has it.
pub(crate) fn is_revision(path: &Path) -> bool {
    let parts = path.to_str().and_then(|text| text.split_once(':'));
    parts.is_some_and(|(revision, path)| !revision.is_empty() && !path.is_empty()) && !path.exists()
}

/// Reads a file of a revision with git; a path is relative to the repository's root, or to the current folder if it
/// begins with `./`.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let run = Command::new("git")
        // Nothing that begins with a dash is taken for an option.
        .args(["cat-file", "blob", "--end-of-options"])
        .arg(path)
        .stdin(Stdio::null())
        .output();
    let output = run.map_err(|error| io::Error::new(error.kind(), format!("git: {error}")));
    let output = output.map_err(Failure::io("read", path))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let why = said.trim().trim_start_matches("fatal: ").to_owned();
    let why = if why.is_empty() { "git has no such file".to_owned() } else { why };
    Err(Failure::io("read", path)(io::Error::new(io::ErrorKind::NotFound, why)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_has_two_parts() {
        for name in ["HEAD:api.tl", "v1.2~3:schema/api.tl", ":/words:a"] {
            assert_eq!(is_revision(Path::new(name)), !name.starts_with(':'), "{name}");
        }
        for name in ["api.tl", "a:", "", "-"] {
            assert!(!is_revision(Path::new(name)), "{name}");
        }
    }
}
