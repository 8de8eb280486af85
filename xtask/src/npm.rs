//! Fetches published npm packages with npm.

use std::{error::Error, fs};

use serde_json::Value;

use crate::{
    at,
    package::{Package, fresh_dir, only_entry, run},
};

/// Fetches a package; `version` is a version, or `*` for the newest.
pub(crate) fn fetch(name: &str, version: &str) -> Result<Package, Box<dyn Error>> {
    // A scoped name, `@scope/name`, becomes one folder.
    let dir = fresh_dir(&name.replace('/', "+"))?;
    let wanted = if version == "*" { name.to_owned() } else { format!("{name}@{version}") };
    run("npm", &["pack", "--silent", &wanted], &dir)?;
    run("tar", &["xzf", &only_entry(&dir)?], &dir)?;
    let dir = dir.join("package");
    let path = dir.join("package.json");
    let about: Value = serde_json::from_str(&fs::read_to_string(&path).map_err(at(&path))?)?;
    let text = |key: &str| {
        let value = about[key].as_str().map(str::to_owned);
        value.ok_or_else(|| format!("`{name}` does not state its {key}"))
    };
    Ok(Package { version: text("version")?, licence: text("license")?, dir })
}
