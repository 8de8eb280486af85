//! `cargo xtask package`: the published packages, built from their archives.

use std::{
    collections::BTreeSet,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use serde_json::Value;

use crate::{
    at, compilers, root, say,
    unpacked::{self, stem},
};

/// The published packages, in the order in which they are published: each needs only those before it.
const PUBLISHED: [&str; 11] = [
    "typelang-parser",
    "typelang-schema",
    "typelang-layers",
    "typelang-runtime",
    "typelang-codegen",
    "typelang-reference",
    "typelang-telegram",
    "typelang-mock",
    "typelang-cli",
    "typelang-td",
    "typelang-ton",
];

/// Where archives are made and built. It is the folder of all builds, which has the dependencies already.
const TARGET: &str = "target";

/// The largest archive that the registry takes, in bytes.
const LIMIT: u64 = 10 << 20;

/// The files that each archive has.
const REQUIRED: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The members of a manifest that the registry or its readers need.
const MEMBERS: [&str; 6] =
    ["description", "license", "readme", "rust_version", "keywords", "categories"];

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Lets cargo build each package from its archive by itself, as `cargo publish` will; takes several times as long
    #[arg(long)]
    publish: bool,
}

/// Packages all that is published, builds each from its archive, and checks what the archives hold.
pub(crate) fn package(args: &Args) -> Result<(), Box<dyn Error>> {
    let packages = published()?;
    let judged = root().join("CONTRIBUTING.md");
    let judged = fs::read_to_string(&judged).map_err(at(&judged))?;
    let mut faults = compilers::faults(&packages, &judged);
    for package in &packages {
        faults.extend(missing_members(package));
        faults.extend(refused_keywords(package));
        faults.extend(broken_links(package)?);
    }
    forget(&packages)?;
    make(args)?;
    for package in &packages {
        let archive = Archive::read(package)?;
        say(&format!(
            "{}: {} files, {} KiB",
            archive.name,
            archive.files.len(),
            archive.size >> 10
        ));
        faults.extend(archive.faults());
    }
    if !faults.is_empty() {
        return Err(faults.join("\n").into());
    }
    let target = root().join(TARGET);
    if args.publish { Ok(()) } else { unpacked::check(&packages, &target.join("package"), &target) }
}

/// The manifests of the published packages, as cargo reads them.
pub(crate) fn published() -> Result<Vec<Value>, Box<dyn Error>> {
    let text = cargo(&["metadata", "--no-deps", "--format-version", "1"])?;
    let metadata: Value = serde_json::from_str(&text)?;
    let all = metadata["packages"].as_array().cloned().unwrap_or_default();
    let is_published = |package: &Value| package["publish"].is_null();
    let found: Vec<Value> = all.into_iter().filter(is_published).collect();
    let names: BTreeSet<&str> = found.iter().filter_map(|it| it["name"].as_str()).collect();
    if names == BTreeSet::from(PUBLISHED) {
        return Ok(found);
    }
    Err(format!("the workspace publishes {names:?}, and the list here is {PUBLISHED:?}").into())
}

/// What a manifest lacks.
fn missing_members(package: &Value) -> Vec<String> {
    let is_missing = |member: &&&str| match &package[**member] {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => true,
    };
    let name = package["name"].as_str().unwrap_or_default();
    let missing = MEMBERS.iter().filter(is_missing);
    missing.map(|member| format!("{name}: Cargo.toml has no `{member}`")).collect()
}

/// The keywords that the registry refuses: it takes five of at most 20 characters.
fn refused_keywords(package: &Value) -> Vec<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let keywords = package["keywords"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let refused = keywords.enumerate().filter(|(at, keyword)| *at >= 5 || keyword.len() > 20);
    refused
        .map(|(_, keyword)| format!("{name}: the registry refuses the keyword `{keyword}`"))
        .collect()
}

/// The links of a README that lead nowhere on the registry's page, where its folder is not.
fn broken_links(package: &Value) -> Result<Vec<String>, Box<dyn Error>> {
    let member = |name: &str| package[name].as_str().unwrap_or_default();
    let readme = Path::new(member("manifest_path")).with_file_name(member("readme"));
    let text = fs::read_to_string(&readme).map_err(at(&readme))?;
    let broken = relative_links(&text).into_iter();
    Ok(broken.map(|link| format!("{}: the link `{link}` is relative", readme.display())).collect())
}

fn relative_links(markdown: &str) -> Vec<&str> {
    let ends = |rest: &str| rest.find([')', '>', ' ', '\n']).unwrap_or(rest.len());
    let inline = markdown.split("](").skip(1);
    let named = markdown.lines().filter(|line| line.starts_with('[')).filter_map(|line| {
        let (_, target) = line.split_once("]: ")?;
        Some(target)
    });
    let targets = inline.chain(named).map(|rest| rest.trim_start_matches('<'));
    let targets = targets.map(|rest| &rest[..ends(rest)]);
    targets.filter(|target| !target.starts_with("https://") && !target.starts_with('#')).collect()
}

/// Removes what cargo keeps of earlier archives. It takes a version for unchangeable, and would build against old
/// sources.
fn forget(packages: &[Value]) -> Result<(), Box<dyn Error>> {
    remove(&root().join(TARGET).join("package"))?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(env::home_dir()?.join(".cargo")));
    let sources = home.unwrap_or_default().join("registry/src");
    let Ok(registries) = fs::read_dir(sources) else { return Ok(()) };
    // Those of folders have no host in their names.
    let is_local = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with('-');
    for registry in registries.filter_map(Result::ok).filter(is_local) {
        packages.iter().try_for_each(|package| remove(&registry.path().join(stem(package))))?;
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), Box<dyn Error>> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(at(folder)) } else { Ok(()) }
}

/// Makes the archives. Cargo builds each against the archives of the others.
fn make(args: &Args) -> Result<(), Box<dyn Error>> {
    let mut words =
        vec!["package", "--quiet", "--allow-dirty", "--no-metadata", "--target-dir", TARGET];
    words.extend((!args.publish).then_some("--no-verify"));
    words.extend(PUBLISHED.iter().flat_map(|name| ["-p", name]));
    cargo(&words).map(drop)
}

/// Runs cargo in the root and returns what it prints to the standard output.
fn cargo(words: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO"));
    command.args(words).current_dir(root()).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output()?;
    if output.status.success() {
        return Ok(String::from_utf8(output.stdout)?);
    }
    Err(format!("`cargo {}` failed", words.join(" ")).into())
}

/// An archive that cargo made.
#[derive(Debug)]
struct Archive {
    name: String,
    /// Its bytes.
    size: u64,
    files: Vec<String>,
}

impl Archive {
    fn read(package: &Value) -> Result<Self, Box<dyn Error>> {
        let name = package["name"].as_str().unwrap_or_default().to_owned();
        let path = root().join(TARGET).join(format!("package/{}.crate", stem(package)));
        let size = fs::metadata(&path).map_err(at(&path))?.len();
        let list = cargo(&["package", "--list", "--allow-dirty", "--quiet", "-p", &name])?;
        Ok(Self { name, size, files: list.lines().map(|line| line.replace('\\', "/")).collect() })
    }

    /// What is wrong with it.
    fn faults(&self) -> Vec<String> {
        let has = |file: &&&str| self.files.iter().any(|it| it == **file);
        let missing = REQUIRED.iter().filter(|file| !has(file)).map(|file| format!("lacks {file}"));
        let is_test = |file: &&String| file.starts_with("tests/") || file.starts_with("benches/");
        let tests = self.files.iter().filter(is_test).map(|file| format!("ships {file}"));
        let size = (self.size > LIMIT).then(|| format!("is larger than {} MiB", LIMIT >> 20));
        missing.chain(tests).chain(size).map(|what| format!("{} {what}", self.name)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::relative_links;

    #[test]
    fn links_of_a_folder_are_relative() {
        let text = "[a](https://a.org/b) [b](docs/c.md) `f[x](y)` [d](<e f.md>) [g](#h)\n[i]: ../j.md\n[k]: https://k.org\n";
        assert_eq!(relative_links(text), ["docs/c.md", "y", "e", "../j.md"]);
    }
}
