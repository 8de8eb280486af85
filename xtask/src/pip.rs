//! Published Python packages, fetched by pip as their sources.

use std::{
    error::Error,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{at, fetch::Package, root};

/// Has pip fetch the sources of a package: `version` is a version, or `*` for the newest.
pub(crate) fn fetch(name: &str, version: &str) -> Result<Package, Box<dyn Error>> {
    let dir = root().join("target/xtask").join(name);
    if dir.exists() {
        fs::remove_dir_all(&dir).map_err(at(&dir))?;
    }
    fs::create_dir_all(&dir).map_err(at(&dir))?;
    let wanted = if version == "*" { name.to_owned() } else { format!("{name}=={version}") };
    run("pip", &["download", "--quiet", "--no-deps", "--no-binary", ":all:", &wanted], &dir)?;
    let archive = only_entry(&dir)?;
    run("tar", &["xzf", &archive], &dir)?;
    fs::remove_file(dir.join(&archive)).map_err(at(&dir))?;
    let dir = dir.join(only_entry(&dir)?);
    let path = dir.join("PKG-INFO");
    let about = fs::read_to_string(&path).map_err(at(&path))?;
    let text = |key: &str| {
        let value = about.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        value.map(str::to_owned).ok_or_else(|| format!("`{name}` does not state its {key}"))
    };
    Ok(Package { version: text("Version")?, licence: text("License")?, dir })
}

fn run(program: &str, args: &[&str], dir: &Path) -> Result<(), Box<dyn Error>> {
    let status = Command::new(program).args(args).current_dir(dir).stdin(Stdio::null()).status();
    if status.map_err(|error| format!("{program}: {error}"))?.success() {
        return Ok(());
    }
    Err(format!("`{program} {}` failed", args.join(" ")).into())
}

/// The name of the one thing in a folder.
fn only_entry(dir: &Path) -> Result<String, Box<dyn Error>> {
    let names = fs::read_dir(dir).map_err(at(dir))?.map(|entry| Ok(entry?.file_name()));
    let names: Vec<_> = names.collect::<std::io::Result<_>>().map_err(at(dir))?;
    match names.as_slice() {
        [only] => Ok(only.to_string_lossy().into_owned()),
        _ => Err(format!("{} holds {} things, not one", dir.display(), names.len()).into()),
    }
}
