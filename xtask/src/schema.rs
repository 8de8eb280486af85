//! `cargo xtask schema`: writes the schemas in schema/ from published packages.

use std::{
    collections::BTreeMap,
    error::Error,
    fs, io,
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

use typelang_codegen::replace_file;
use typelang_parser::Dialect;

use crate::{
    at, generate, null,
    package::{Package, sha256},
    restate::restate,
    root, say,
    sources::{self, Purpose, Row},
    version::{self, Change},
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
    let schemas = || rows.iter().filter(|row| row.purpose() == Purpose::Schema);
    let mut news = News::default();
    for (row, text) in schemas().zip(&texts).filter(|(row, _)| is_of_layer(row)) {
        news.compare(row, text)?;
    }
    let version = version::set(news.layer.ok_or("api.tl states no layer")?, news.change)?;
    for (row, text) in schemas().zip(&texts) {
        let path = folder.join(&row.file);
        replace_file(&path, text.as_bytes())?;
        let layer = row.layer.map_or_else(String::new, |layer| format!(", layer {layer}"));
        say(&format!("schema/{}: {} {}{layer}", row.file, row.package, row.version));
    }
    if let Some(table) = null {
        replace_file(folder.join(null::FILE), table.as_bytes())?;
    }
    replace_file(&path, sources::write(&rows).as_bytes())?;
    version.write()?;
    news.write()?;
    generate::generate(&generate::Args::default())
}

/// What is new in the files from which the root package is generated.
#[derive(Default)]
struct News {
    change: Change,
    layer: Option<u32>,
    /// The old and the new schema of the API, if they differ.
    api: Option<[PathBuf; 2]>,
}

impl News {
    /// Compares a schema with the one in the repository, and prints what changes.
    fn compare(&mut self, row: &Row, after: &str) -> Result<(), Box<dyn Error>> {
        let is_api = row.file == LAYER_FILES[0];
        if is_api {
            self.layer = row.layer;
        }
        let before = fs::read_to_string(root().join("schema").join(&row.file)).unwrap_or_default();
        if before == after {
            return Ok(());
        }
        let name = row.file.replace('/', "-");
        let files =
            ["before", "after"].map(|when| root().join(format!("target/xtask/{when}-{name}")));
        for (path, text) in files.iter().zip([&*before, after]) {
            replace_file(path, text.as_bytes())?;
        }
        let status = diff(&["--fail-on", "api"], &files, Stdio::inherit())?;
        self.change = self.change.max(match status.code() {
            Some(0) => Change::Compatible,
            Some(1) => Change::Breaking,
            _ => return Err("`tl diff` failed".into()),
        });
        self.api = self.api.take().or_else(|| is_api.then_some(files));
        Ok(())
    }

    /// Adds a section on the API to the changelog.
    fn write(&self) -> Result<(), Box<dyn Error>> {
        let Some(files) = &self.api else { return Ok(()) };
        let status = diff(&["--changelog", "CHANGELOG.md"], files, Stdio::null())?;
        if status.success() { Ok(()) } else { Err("`tl diff` failed".into()) }
    }
}

/// Whether the root package is generated from a file.
fn is_of_layer(row: &Row) -> bool {
    LAYER_FILES.contains(&row.file.as_str())
}

/// Runs `tl diff`.
fn diff(flags: &[&str], files: &[PathBuf; 2], out: Stdio) -> io::Result<ExitStatus> {
    Command::new(env!("CARGO"))
        .args(["run", "--quiet", "-p", "typelang-cli", "--", "diff"])
        .args(flags)
        .args(files)
        .current_dir(root())
        .stdin(Stdio::null())
        .stdout(out)
        .status()
}

fn move_to(rows: &mut [Row], name: &str, version: &str) {
    for row in rows.iter_mut().filter(|row| is_of_layer(row)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::Fetcher;

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
