//! The published packages as their archives have them, checked one by one.
//!
//! Cargo's own verification builds the dependencies of each package again. Here all archives are the members of one
//! workspace, which has the profiles of this one and its folder for builds: what other packages need from the registry
//! is there already.

use std::{
    error::Error,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{at, package::fresh_dir, package::run, root, say};

/// Unpacks the archives, and checks each package with its default features and no others.
pub(crate) fn check(
    packages: &[Value],
    archives: &Path,
    target: &Path,
) -> Result<(), Box<dyn Error>> {
    let dir = fresh_dir("unpacked")?;
    for package in packages {
        let archive = archives.join(format!("{}.crate", stem(package)));
        // Times of unpacking: those in archives are all the same, by which cargo would take changed files for old ones.
        run("tar", &["xzmf", &archive.display().to_string()], &dir)?;
    }
    fs::write(dir.join("Cargo.toml"), manifest(packages)?)?;
    let locked = root().join("Cargo.lock");
    fs::copy(&locked, dir.join("Cargo.lock")).map_err(at(&locked))?;
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&dir).args(["check", "--quiet", "-p", name, "--target-dir"]).arg(target);
        let output = cargo.stdin(Stdio::null()).output()?;
        let told = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() || !told.is_empty() {
            return Err(format!("{name} does not build cleanly from its archive:\n{told}").into());
        }
        say(&format!("{name}: builds from its archive"));
    }
    Ok(())
}

/// The name and the version, as cargo names archives.
pub(crate) fn stem(package: &Value) -> String {
    let member = |name: &str| package[name].as_str().unwrap_or_default();
    format!("{}-{}", member("name"), member("version"))
}

/// The workspace: its members are taken where a member asks the registry for them.
fn manifest(packages: &[Value]) -> Result<String, Box<dyn Error>> {
    let members: Vec<String> = packages.iter().map(stem).collect();
    let patch = |package: &Value| {
        let name = package["name"].as_str().unwrap_or_default();
        format!("{name} = {{ path = {:?} }}\n", stem(package))
    };
    let patches: String = packages.iter().map(patch).collect();
    let own = root().join("Cargo.toml");
    let own = fs::read_to_string(&own).map_err(at(&own))?;
    let profiles = own.find("[profile.").ok_or("Cargo.toml has no profiles")?;
    let profiles = &own[profiles..];
    Ok(format!(
        "[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n[patch.crates-io]\n{patches}\n{profiles}"
    ))
}
