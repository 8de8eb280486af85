//! The version of the root package: `0.LAYER.PATCH`.

use std::{error::Error, fs, path::PathBuf};

use typelang_codegen::replace_file;

use crate::{at, root, say};

/// What becomes of the generated Rust.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Change {
    /// The schemas are the same.
    #[default]
    None,
    /// Programs that compiled still do.
    Compatible,
    Breaking,
}

/// A manifest to write.
pub(crate) struct Manifest {
    path: PathBuf,
    /// The version and the text, unless the version stays.
    changed: Option<(String, String)>,
}

/// Sets the version for a schema of this layer that changed so.
///
/// # Errors
/// When the manifest has no such version, or the change has to wait for the next layer.
pub(crate) fn set(layer: u32, change: Change) -> Result<Manifest, Box<dyn Error>> {
    let path = root().join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(at(&path))?;
    let changed = with_version(&manifest, layer, change)?;
    Ok(Manifest { path, changed })
}

impl Manifest {
    /// Writes the manifest.
    pub(crate) fn write(&self) -> Result<(), Box<dyn Error>> {
        let Some((version, text)) = &self.changed else { return Ok(()) };
        replace_file(&self.path, text.as_bytes())?;
        say(&format!("Cargo.toml: version {version}"));
        Ok(())
    }
}

/// Returns the version and the manifest with it as its first version; `None` if the version stays.
fn with_version(
    manifest: &str,
    layer: u32,
    change: Change,
) -> Result<Option<(String, String)>, String> {
    const KEY: &str = "\nversion = \"";
    let no_version = || "Cargo.toml: the first version is not 0.LAYER.PATCH".to_owned();
    let start = manifest.find(KEY).ok_or_else(no_version)? + KEY.len();
    let rest = &manifest[start..];
    let old = &rest[..rest.find('"').ok_or_else(no_version)?];
    let parts: Vec<u32> = old.split('.').map_while(|part| part.parse().ok()).collect();
    let [0, old_layer, patch] = parts[..] else { return Err(no_version()) };
    let new = match change {
        _ if old_layer != layer => format!("0.{layer}.0"),
        Change::None => return Ok(None),
        Change::Compatible => format!("0.{layer}.{}", patch + 1),
        Change::Breaking => {
            return Err(format!(
                "layer {layer} was published again with changes that break callers, and versions 0.{layer}.PATCH do not allow them; \
                 keep the package that SOURCES.md names until there is a new layer"
            ));
        }
    };
    let text = format!("{}{new}{}", &manifest[..start], &rest[old.len()..]);
    Ok(Some((new, text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(version: &str) -> String {
        format!("[package]\nname = \"a\"\nversion = \"{version}\"\n[x]\nversion = \"0.1.0\"\n")
    }

    #[test]
    fn the_verdict_decides_the_version() {
        let of = |layer, change| with_version(&manifest("0.230.4"), layer, change);
        let becomes = |version: &str| Ok(Some((version.to_owned(), manifest(version))));
        assert_eq!(of(230, Change::None), Ok(None));
        assert_eq!(of(230, Change::Compatible), becomes("0.230.5"));
        for change in [Change::Compatible, Change::Breaking] {
            assert_eq!(of(231, change), becomes("0.231.0"));
        }
        let fault = of(230, Change::Breaking).unwrap_err();
        assert!(fault.contains("layer 230 was published again"), "{fault}");
    }

    #[test]
    fn another_scheme_is_refused() {
        for version in ["1.230.0", "0.230", "0.230.0-rc.1"] {
            let fault = with_version(&manifest(version), 231, Change::Breaking).unwrap_err();
            assert!(fault.contains("not 0.LAYER.PATCH"), "{version}: {fault}");
        }
    }
}
