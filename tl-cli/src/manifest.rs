//! The manifest of a generated crate.

use std::{fs, io, path::Path};

/// The manifest's name below the crate's folder.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// Writes the manifest unless there is one: it is the user's from then on. Says whether it wrote.
pub(crate) fn write_once(path: &Path, name: &str, layer: Option<u32>) -> io::Result<bool> {
    if path.exists() {
        return Ok(false);
    }
    fs::write(path, manifest(name, layer)).map(|()| true)
}

/// Whether cargo takes this as the name of a package: a letter, then letters, digits, `-` and `_`.
pub(crate) fn is_package_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_ascii_alphabetic())
        && chars.all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

fn manifest(name: &str, layer: Option<u32>) -> String {
    let (layer, runtime) = (layer.unwrap_or(0), env!("CARGO_PKG_VERSION"));
    format!(
        "[package]\n\
         name = \"{name}\"\n\
         # 0.LAYER.PATCH\n\
         version = \"0.{layer}.0\"\n\
         edition = \"2024\"\n\
         \n\
         [dependencies]\n\
         typelang-runtime = \"{runtime}\"\n"
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
