//! The manifest of a generated crate.

use std::{fs, io, path::Path};

/// The manifest's name below the crate's folder.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// What a manifest says.
pub(crate) struct Manifest<'a> {
    /// The package's name.
    pub(crate) name: &'a str,
    /// The schema's layer.
    pub(crate) layer: Option<u32>,
    /// Where the runtime is, as an absolute path, when not in the registry.
    pub(crate) runtime: Option<&'a Path>,
}

/// Writes the manifest unless there is one: it is the user's from then on. Says whether it wrote.
pub(crate) fn write_once(path: &Path, manifest: &Manifest<'_>) -> io::Result<bool> {
    if path.exists() {
        return Ok(false);
    }
    fs::write(path, text(manifest)).map(|()| true)
}

/// Whether cargo takes this as the name of a package: a letter, then letters, digits, `-` and `_`.
pub(crate) fn is_package_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_ascii_alphabetic())
        && chars.all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

fn text(manifest: &Manifest<'_>) -> String {
    let Manifest { name, layer, runtime } = manifest;
    let layer = layer.unwrap_or(0);
    let runtime = match runtime {
        None => format!("\"{}\"", env!("CARGO_PKG_VERSION")),
        Some(path) => format!("{{ path = {:?} }}", path.display().to_string()),
    };
    format!(
        "[package]\n\
         name = \"{name}\"\n\
         # 0.LAYER.PATCH\n\
         version = \"0.{layer}.0\"\n\
         edition = \"2024\"\n\
         \n\
         [dependencies]\n\
         typelang-runtime = {runtime}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_names() {
        assert!(is_package_name("my-telegram_2"));
        for wrong in ["", "2fast", "a b", "a\"", "é", "-a"] {
            assert!(!is_package_name(wrong), "{wrong}");
        }
    }
}
