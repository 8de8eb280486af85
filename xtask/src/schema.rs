//! `cargo xtask schema`: writes the schemas in schema/ from published packages.

use std::{
    collections::BTreeMap,
    error::Error,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use typelang_codegen::replace_file;
use typelang_parser::Dialect;

use crate::{
    at, generate, null,
    package::{Package, sha256},
    restate::restate,
    root, say,
    sources::{self, Purpose, Row},
};

#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The crate that publishes the layer to move to: its newest version, or `NAME@VERSION`.
    /// By default, the versions in SOURCES.md are fetched again
    #[arg(long, value_name = "NAME[@VERSION]")]
    layer_crate: Option<String>,
}

/// The files that `--layer-crate` updates: those from which the root package is generated.
const LAYER_FILES: [&str; 2] = ["telegram/api.tl", "telegram/mtproto.tl"];

/// Fetches, restates and generates again.
pub(crate) fn schema(args: &Args) -> Result<(), Box<dyn Error>> {
    let folder = root().join("schema");
    let path = folder.join("SOURCES.md");
    let mut rows = sources::read(&fs::read_to_string(&path).map_err(at(&path))?);
    if let Some(wanted) = &args.layer_crate {
        let (name, version) = wanted.split_once('@').unwrap_or((wanted, "*"));
        move_to(&mut rows, name, version);
    }
    let mut null = None;
    let before = fs::read_to_string(folder.join(LAYER_FILES[0])).unwrap_or_default();
    // Files are written only after everything has been fetched and checked.
    let (mut packages, mut texts) = (BTreeMap::new(), Vec::new());
    for row in rows.iter_mut().filter(|row| row.purpose() == Purpose::Schema) {
        let wanted = (row.fetcher, row.package.clone(), row.version.clone());
        if !packages.contains_key(&wanted) {
            let package = row.fetch()?;
            packages.insert(wanted.clone(), package);
        }
        let package = &packages[&wanted];
        texts.push(restated(row, package)?);
        if row.file == null::SCHEMA {
            null = Some(null::table(&published(row, package)?)?);
        }
    }
    let schemas = rows.iter().filter(|row| row.purpose() == Purpose::Schema);
    for (row, text) in schemas.zip(texts) {
        let path = folder.join(&row.file);
        replace_file(&path, text.as_bytes())?;
        let layer = row.layer.map_or_else(String::new, |layer| format!(", layer {layer}"));
        say(&format!("schema/{}: {} {}{layer}", row.file, row.package, row.version));
    }
    if let Some(table) = null {
        replace_file(folder.join(null::FILE), table.as_bytes())?;
    }
    replace_file(&path, sources::write(&rows).as_bytes())?;
    let layer = rows.iter().find(|row| row.file == LAYER_FILES[0]).and_then(|row| row.layer);
    set_version(layer.ok_or("api.tl states no layer")?)?;
    tell(&before, &folder.join(LAYER_FILES[0]))?;
    generate::generate(&generate::Args::default())
}

/// Prints what a new layer changes, and adds it to the changelog.
fn tell(before: &str, api: &Path) -> Result<(), Box<dyn Error>> {
    if fs::read_to_string(api).map_err(at(api))? == before {
        return Ok(());
    }
    let old = root().join("target/xtask/before.tl");
    fs::write(&old, before).map_err(at(&old))?;
    let done = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "-p", "typelang-cli", "--", "diff", "--changelog", "CHANGELOG.md"])
        .args([old.as_path(), api])
        .current_dir(root())
        .stdin(Stdio::null())
        .status()?;
    if done.success() { Ok(()) } else { Err("`tl diff` failed".into()) }
}

fn move_to(rows: &mut [Row], name: &str, version: &str) {
    for row in rows.iter_mut().filter(|row| LAYER_FILES.contains(&row.file.as_str())) {
        name.clone_into(&mut row.package);
        version.clone_into(&mut row.version);
    }
}

/// Returns the published text for a row.
fn published(row: &Row, package: &Package) -> Result<String, Box<dyn Error>> {
    let path = package.dir.join(&row.published);
    fs::read_to_string(&path).map_err(at(&path))
}

/// Returns the dialect of a file, by its folder.
fn dialect(file: &str) -> Dialect {
    match file.split_once('/') {
        Some(("td", _)) => Dialect::Tdlib,
        Some(("ton", _)) => Dialect::Ton,
        _ => Dialect::Telegram,
    }
}

/// Returns the text for a row, and updates the row.
fn restated(row: &mut Row, package: &Package) -> Result<String, Box<dyn Error>> {
    let text = published(row, package)?;
    let restated = restate(&row.published, &text, dialect(&row.file))?;
    row.version.clone_from(&package.version);
    row.licence.clone_from(&package.licence);
    row.layer = restated.layer;
    row.sha256 = sha256(&text);
    Ok(restated.text)
}

/// Sets the root package's version, which is `0.LAYER.PATCH`.
fn set_version(layer: u32) -> Result<(), Box<dyn Error>> {
    let path = root().join("Cargo.toml");
    let manifest = fs::read_to_string(&path).map_err(at(&path))?;
    let Some(changed) = with_layer(&manifest, layer) else { return Ok(()) };
    say(&format!("Cargo.toml: version 0.{layer}.0"));
    replace_file(&path, changed.as_bytes())?;
    Ok(())
}

/// Returns the manifest with its first version changed to the layer, at patch 0; `None` if it already has
/// this layer.
fn with_layer(manifest: &str, layer: u32) -> Option<String> {
    let start = manifest.find("\nversion = \"0.")? + 1;
    let end = start + manifest[start..].find('\n')?;
    let wanted = format!("version = \"0.{layer}.");
    if manifest[start..end].starts_with(&wanted) {
        return None;
    }
    Some(format!("{}{wanted}0\"{}", &manifest[..start], &manifest[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Fetcher;

    #[test]
    fn a_new_layer_starts_at_patch_0_and_an_old_one_keeps_its_patch() {
        let manifest = "[package]\nname = \"a\"\nversion = \"0.230.4\"\n[x]\nversion = \"0.1.0\"\n";
        assert_eq!(with_layer(manifest, 230), None);
        let moved = "[package]\nname = \"a\"\nversion = \"0.231.0\"\n[x]\nversion = \"0.1.0\"\n";
        assert_eq!(with_layer(manifest, 231).as_deref(), Some(moved));
    }

    #[test]
    fn another_layer_crate_moves_the_layer_files_alone() {
        let row = |file: &str| Row {
            file: file.to_owned(),
            layer: None,
            fetcher: Fetcher::Cargo,
            package: "old".to_owned(),
            version: "1.0.0".to_owned(),
            licence: String::new(),
            published: String::new(),
            sha256: String::new(),
        };
        let mut rows =
            [row("telegram/api.tl"), row("telegram/api-229.tl"), row("telegram/mtproto.tl")];
        move_to(&mut rows, "new", "*");
        let packages = rows.map(|row| format!("{} {}", row.package, row.version));
        assert_eq!(packages, ["new *", "old 1.0.0", "new *"]);
    }
}
