//! The version that a package must have after a change.

use std::{ops::Range, path::PathBuf};

use toml::de::{DeTable, DeValue};
use typelang_codegen::replace_file;

use super::settings::Settings;
use crate::{
    commands::generate::settings_file::{FILE, MANIFEST},
    compare::api::Level,
    shared::{outcome::Failure, text},
};

/// A manifest, and the version that it must have.
#[derive(Debug)]
pub(super) struct Manifest {
    path: PathBuf,
    text: String,
    /// Where the version is, with its quotes.
    place: Range<usize>,
    old: String,
    /// Whether the settings name the manifest or the crate, so that it is written.
    is_named: bool,
}

/// The manifest that the settings name, or that of the generated crate; or else the one in the current folder, if it
/// has a version.
pub(super) fn manifest(settings: &Settings) -> Result<Option<Manifest>, Failure> {
    let generated = settings.generated.as_ref().filter(|path| path.exists());
    let named = settings.manifest.as_ref().or(generated);
    let (is_named, path) = (named.is_some(), named.cloned());
    let path = path.unwrap_or_else(|| "Cargo.toml".into());
    let text = match text::read(&path) {
        Ok(text) => text,
        Err(_) if !is_named => return Ok(None),
        Err(failure) => return Err(failure),
    };
    match version(&text) {
        Ok((old, place)) => Ok(Some(Manifest { path, text, place, old, is_named })),
        Err(_) if !is_named => Ok(None),
        Err(what) => {
            let message = format!("{}: {what} (`{MANIFEST}` in {FILE} names it)", path.display());
            Err(Failure::Usage(message))
        }
    }
}

impl Manifest {
    /// Says what the version becomes, or must become; `None` if nothing determines it.
    pub(super) fn advice(
        &self,
        level: Level,
        layers: [Option<u32>; 2],
        will_write: bool,
    ) -> String {
        let Self { path, old, is_named, .. } = self;
        let (path, word) = (path.display(), level.word());
        match (next(old, level, layers), will_write && *is_named) {
            (Ok(new), true) => format!("{path}: version {old} becomes {new}"),
            (Ok(new), false) if *is_named => format!("{path}: version {old} would become {new}"),
            (Ok(new), false) => format!(
                "{path}: version {old} must become {new}; with `{MANIFEST} = \"{path}\"` in {FILE}, `tl update` sets it"
            ),
            (Err(why), _) => format!("{path}: set the next {word} version yourself: {why}"),
        }
    }

    /// Writes the version, if the settings name the manifest and the version is known.
    pub(super) fn write(&self, level: Level, layers: [Option<u32>; 2]) -> Result<(), Failure> {
        let Self { path, text, place, old, is_named } = self;
        let Ok(new) = next(old, level, layers) else { return Ok(()) };
        if !is_named {
            return Ok(());
        }
        let text = format!("{}\"{new}\"{}", &text[..place.start], &text[place.end..]);
        replace_file(path, text.as_bytes()).map_err(Failure::write(path))?;
        Ok(())
    }
}

/// The version of a package, or the one that it gives its workspace's packages.
fn version(text: &str) -> Result<(String, Range<usize>), String> {
    let table = DeTable::parse(text).map_err(|error| error.message().to_owned())?;
    let of = |path: &[&str]| -> Option<(String, Range<usize>)> {
        let mut table = table.get_ref();
        let (last, tables) = path.split_last()?;
        for name in tables {
            let DeValue::Table(inner) = table.get(*name)?.get_ref() else { return None };
            table = inner;
        }
        let value = table.get(*last)?;
        let DeValue::String(version) = value.get_ref() else { return None };
        Some((version.clone().into_owned(), value.span()))
    };
    of(&["package", "version"]).or_else(|| of(&["workspace", "package", "version"])).ok_or_else(
        || "it has no version; name the manifest that has it, such as the workspace's".to_owned(),
    )
}

/// The next version that may have changes of this level.
///
/// A version `0.LAYER.PATCH` follows the layer. Before 1.0 the second number is what the first one is later.
fn next(old: &str, level: Level, layers: [Option<u32>; 2]) -> Result<String, String> {
    let numbers: Vec<u64> = old.split('.').map_while(|part| part.parse().ok()).collect();
    let [major, minor, patch] = numbers[..] else {
        return Err(format!("`{old}` is not three numbers"));
    };
    let [before, after] = layers.map(|layer| layer.map(u64::from));
    if let (0, true, Some(after)) = (major, before == Some(minor), after) {
        return match (after == minor, level) {
            (false, _) => Ok(format!("0.{after}.0")),
            (true, Level::Major) => {
                Err(format!("0.{minor}.PATCH does not allow changes that break callers"))
            }
            (true, _) => Ok(format!("0.{minor}.{}", patch + 1)),
        };
    }
    Ok(match (major, level) {
        (0, Level::Major) => format!("0.{}.0", minor + 1),
        (0, _) | (_, Level::Patch) => format!("{major}.{minor}.{}", patch + 1),
        (_, Level::Minor) => format!("{major}.{}.0", minor + 1),
        (_, Level::Major) => format!("{}.0.0", major + 1),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_level_decides_the_next_version() {
        let all = |old: &str, layers| {
            [Level::Patch, Level::Minor, Level::Major].map(|level| next(old, level, layers))
        };
        let ok = |versions: [&str; 3]| versions.map(|version| Ok(version.to_owned()));
        let layers = [Some(229), Some(230)];
        assert_eq!(all("1.2.3", layers), ok(["1.2.4", "1.3.0", "2.0.0"]));
        assert_eq!(all("0.2.3", layers), ok(["0.2.4", "0.2.4", "0.3.0"]));
        assert_eq!(all("0.229.7", layers), ok(["0.230.0", "0.230.0", "0.230.0"]));
        assert_eq!(all("0.229.7", [None, None]), ok(["0.229.8", "0.229.8", "0.230.0"]));
        let [patch, minor, major] = all("0.229.7", [Some(229), Some(229)]);
        assert_eq!([patch, minor], [Ok("0.229.8".to_owned()), Ok("0.229.8".to_owned())]);
        assert!(major.unwrap_err().contains("0.229.PATCH does not allow"));
        for old in ["1.2", "1.2.3-rc.1", "1.2.3+x", "one", ""] {
            assert!(next(old, Level::Patch, layers).is_err(), "{old}");
        }
    }

    #[test]
    fn the_version_is_found_in_its_table() {
        let text = "[package]\nname = 'a'\nversion = \"1.0.0\" # ours\n[dependencies]\nb = { version = '2' }\n";
        let (old, place) = version(text).unwrap();
        assert_eq!((&*old, &text[place]), ("1.0.0", "\"1.0.0\""));
        let whole = "[workspace.package]\nversion = '0.1.0'\n[package]\nname = 'a'\nversion.workspace = true\n";
        assert_eq!(version(whole).unwrap().0, "0.1.0");
        for text in ["[package]\nversion.workspace = true\n", "", "version = '1.0.0'", "[package"] {
            assert!(version(text).is_err(), "{text}");
        }
    }
}
