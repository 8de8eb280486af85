//! Fetches published crates with cargo.

use std::{
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{
    at,
    package::{Package, fresh_dir},
};

/// Fetches a crate; `version` is a version, or `*` for the newest.
pub(crate) fn fetch(name: &str, version: &str) -> Result<Package, Box<dyn Error>> {
    // A new package has no lock file, so `*` means the newest version.
    let dir = fresh_dir(name)?;
    let version = if version == "*" { version.to_owned() } else { format!("={version}") };
    write_package(&dir, &format!("{name} = \"{version}\""))?;
    let metadata = metadata(&dir)?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let package = packages
        .iter()
        .find(|package| package["name"] == name)
        .ok_or_else(|| format!("cargo fetched no package `{name}`"))?;
    let text = |key: &str| {
        let value = package[key].as_str().map(str::to_owned);
        value.ok_or_else(|| format!("`{name}` does not state its {key}"))
    };
    let manifest = PathBuf::from(text("manifest_path")?);
    let dir = manifest.parent().ok_or("a manifest has no folder")?.to_owned();
    Ok(Package { version: text("version")?, licence: text("license")?, dir })
}

/// Writes an empty package with these dependency lines.
pub(crate) fn write_package(dir: &Path, dependencies: &str) -> Result<(), Box<dyn Error>> {
    let manifest = format!(
        "[package]\nname = \"only-dependencies\"\nedition = \"2024\"\n\n[lib]\npath = \"lib.rs\"\n\n\
         [dependencies]\n{dependencies}\n\n[workspace]\n"
    );
    fs::create_dir_all(dir).map_err(at(dir))?;
    fs::write(dir.join("lib.rs"), "").map_err(at(dir))?;
    fs::write(dir.join("Cargo.toml"), manifest).map_err(at(dir))
}

fn metadata(dir: &Path) -> Result<Value, Box<dyn Error>> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--format-version", "1"])
        .current_dir(dir)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err("`cargo metadata` failed".into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
