//! A schema in a published crate.

use std::{
    fs, io,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;
use typelang_parser::{FileId, parse, print};

use crate::shared::{outcome::Failure, text};

/// Fetches a crate with cargo and returns its schema; `wanted` is `NAME`, `NAME@VERSION`, or either with `:PATH` of the
/// schema in the crate.
pub(super) fn schema(wanted: &str, folder: &Path) -> Result<String, Failure> {
    let (package, path) = wanted.split_once(':').unwrap_or((wanted, "tl/api.tl"));
    let (name, version) = package.split_once('@').unwrap_or((package, "*"));
    let source = fetched(name, version, folder)?.join(path);
    Ok(restated(&text::read(&source)?))
}

/// The schema in canonical form. Comments are their author's; the layer is a fact.
fn restated(text: &str) -> String {
    let mut file = parse(FileId(0), text).file;
    let is_layer = |text: &str| {
        let number = text.trim_start_matches('/').trim().strip_prefix("LAYER");
        number.is_some_and(|number| number.trim().parse::<u32>().is_ok())
    };
    file.comments.retain(|comment| is_layer(comment.text));
    print(&file, text)
}

/// The folder of a crate's sources, which cargo keeps; `folder` is for a package that depends on it.
fn fetched(name: &str, version: &str, folder: &Path) -> Result<PathBuf, Failure> {
    let version = if version == "*" { version.to_owned() } else { format!("={version}") };
    let manifest = format!(
        "[package]\nname = \"only-dependencies\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies]\n{name} = {version:?}\n\n[workspace]\n"
    );
    fs::create_dir_all(folder).map_err(Failure::io("made", folder))?;
    for (file, text) in [("Cargo.toml", manifest.as_str()), ("lib.rs", "")] {
        let path = folder.join(file);
        fs::write(&path, text).map_err(Failure::io("written", &path))?;
    }
    let metadata = metadata(name, folder)?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let package = packages.iter().find(|package| package["name"] == name);
    let manifest = package.and_then(|package| package["manifest_path"].as_str()).map(Path::new);
    let sources = manifest.and_then(Path::parent);
    sources
        .map(Path::to_owned)
        .ok_or_else(|| Failure::Usage(format!("cargo fetched no crate `{name}`")))
}

/// What cargo knows of the crate, which makes it fetch it.
fn metadata(name: &str, folder: &Path) -> Result<Value, Failure> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let run = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(folder)
        .stdin(Stdio::null())
        .output()
        .map_err(Failure::io("run", "cargo"))?;
    if !run.status.success() {
        let said = String::from_utf8_lossy(&run.stderr);
        return Err(Failure::Usage(format!("cargo cannot fetch `{name}`:\n{}", said.trim())));
    }
    let broken = |error: serde_json::Error| io::Error::new(io::ErrorKind::InvalidData, error);
    serde_json::from_slice(&run.stdout).map_err(broken).map_err(Failure::io("read", "cargo"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_of_the_publisher_go() {
        let text = "// LAYER 7\n// Some prose.\none#ABC x:int  =  One; // more\n";
        assert_eq!(restated(text), "// LAYER 7\n\none#00000abc x:int = One;\n");
    }
}
