//! Fetches the sources of published Python packages with pip.

use std::{error::Error, fs};

use crate::{
    at,
    package::{Package, fresh_dir, only_entry, run},
};

/// Fetches the sources of a package; `version` is a version, or `*` for the newest.
pub(crate) fn fetch(name: &str, version: &str) -> Result<Package, Box<dyn Error>> {
    let dir = fresh_dir(name)?;
    let wanted = if version == "*" { name.to_owned() } else { format!("{name}=={version}") };
    // Pip runs the package's build tools to learn its name; these need no sources.
    run("pip", &["download", "--quiet", "--no-deps", "--no-binary", name, &wanted], &dir)?;
    let archive = only_entry(&dir)?;
    run("tar", &["xzf", &archive], &dir)?;
    fs::remove_file(dir.join(&archive)).map_err(at(&dir))?;
    let dir = dir.join(only_entry(&dir)?);
    let path = dir.join("PKG-INFO");
    let about = fs::read_to_string(&path).map_err(at(&path))?;
    let stated = |key: &str| {
        let value = about.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
        value.map(str::to_owned)
    };
    let version =
        stated("Version").ok_or_else(|| format!("`{name}` does not state its version"))?;
    let licence = stated("License").or_else(|| stated("License-Expression"));
    // Others name a file, whose first line is the licence's name.
    let file = stated("License-File").map(|file| fs::read_to_string(dir.join(file)));
    let first_line = |text: String| text.lines().next().map(str::to_owned);
    let licence = licence.or_else(|| file.and_then(Result::ok).and_then(first_line));
    let licence = licence.ok_or_else(|| format!("`{name}` does not state its licence"))?;
    Ok(Package { version, licence, dir })
}
