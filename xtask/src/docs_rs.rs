//! `cargo xtask docs-rs`: the docs of the published crates, as docs.rs builds them.
//!
//! docs.rs uses a nightly compiler, for the badges of items that need a feature. Here rustdoc is started through this
//! program, which lets the stable one draw them.

use std::{
    collections::BTreeMap,
    env,
    error::Error,
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use serde_json::Value;

use crate::{archives::published, at, root, say};

/// Set for the documentation tool that cargo starts.
const WRAPPED: &str = "TYPELANG_DOCS_RS";

/// Builds the docs, and fails if a feature is shown nowhere.
pub(crate) fn docs_rs() -> Result<(), Box<dyn Error>> {
    let mut faults = Vec::new();
    for package in published()? {
        let name = package["name"].as_str().unwrap_or_default();
        let features = shown_features(&package);
        if features.is_empty() && has_features(&package) {
            faults
                .push(format!("{name}: `package.metadata.docs.rs` in Cargo.toml has no features"));
        }
        build(name, &features)?;
        let crate_name = library(&package).replace('-', "_");
        let hidden = hidden(&root().join("target/doc").join(crate_name), &features)?;
        say(&format!("{name}: {} features", features.len()));
        faults.extend(hidden.iter().map(|feature| format!("{name}: no page shows `{feature}`")));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n").into()) }
}

/// The features that docs.rs enables, except those that only enable others.
fn shown_features(package: &Value) -> Vec<String> {
    let settings = &package["metadata"]["docs"]["rs"];
    let all = package["features"].as_object().into_iter().flatten();
    let all = all.map(|(name, _)| name.clone()).filter(|name| name != "default");
    if settings["all-features"] == Value::Bool(true) {
        return all.collect();
    }
    let listed = settings["features"].as_array().into_iter().flatten();
    listed.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Whether a package has features that docs.rs does not show unasked.
fn has_features(package: &Value) -> bool {
    let features = package["features"].as_object();
    features.is_some_and(|features| features.keys().any(|name| name != "default"))
}

/// The name of the library, or of the program if there is none.
fn library(package: &Value) -> &str {
    let targets = package["targets"].as_array().into_iter().flatten();
    let of_kind = |kind: &str| {
        let kinds = |target: &&Value| target["kind"].as_array().cloned().unwrap_or_default();
        targets.clone().find(|target| kinds(target).contains(&Value::from(kind)))
    };
    let target = of_kind("lib").or_else(|| of_kind("proc-macro"));
    target.and_then(|target| target["name"].as_str()).unwrap_or_default()
}

fn build(name: &str, features: &[String]) -> Result<(), Box<dyn Error>> {
    let status = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["doc", "--quiet", "--no-deps", "-p", name, "--lib", "--features"])
        .arg(features.join(","))
        .env("RUSTDOC", env::current_exe()?)
        .env("RUSTDOCFLAGS", "--cfg docsrs -D warnings")
        .env(WRAPPED, "1")
        .status()?;
    if status.success() { Ok(()) } else { Err(format!("the docs of {name} have faults").into()) }
}

/// Runs rustdoc with its unstable features, if cargo started this program instead of it.
pub(crate) fn wrap() -> Option<ExitCode> {
    env::var_os(WRAPPED)?;
    let mut rustdoc = Command::new("rustdoc");
    let status = rustdoc.args(env::args_os().skip(1)).env("RUSTC_BOOTSTRAP", "1").status();
    let code = status.ok().and_then(|status| u8::try_from(status.code()?).ok());
    Some(code.map_or(ExitCode::FAILURE, ExitCode::from))
}

/// Returns the features that neither an item's badge nor the front page names.
fn hidden(folder: &Path, features: &[String]) -> Result<Vec<String>, Box<dyn Error>> {
    let mut left: BTreeMap<String, &String> =
        features.iter().map(|feature| (format!("<code>{feature}</code>"), feature)).collect();
    let front = folder.join("index.html");
    let text = fs::read_to_string(&front).map_err(at(&front))?;
    left.retain(|shown, _| !text.contains(shown.as_str()));
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop().filter(|_| !left.is_empty()) {
        for path in entries(&folder)? {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "html") {
                let text = fs::read_to_string(&path).map_err(at(&path))?;
                left.retain(|shown, _| !has_badge(&text, shown));
            }
        }
    }
    Ok(left.into_values().cloned().collect())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder).map_err(at(folder))?;
    Ok(entries.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?)
}

/// Returns whether a badge, such as "Available on crate feature `json` only", names the feature.
fn has_badge(page: &str, shown: &str) -> bool {
    let badges = page.split("class=\"stab portability\"").skip(1);
    let mut badges = badges.map(|badge| badge.split_once("</span>").map_or(badge, |(it, _)| it));
    badges.any(|badge| badge.contains(shown))
}

#[cfg(test)]
mod tests {
    use super::has_badge;

    #[test]
    fn a_badge_names_its_features() {
        let page = "<code>a</code> <span class=\"stab portability\" title=\"b\">Available on \
                    <strong>crate features <code>b</code> and <code>c</code></strong> only.</span> <code>d</code>";
        let found = ["a", "b", "c", "d"].map(|it| has_badge(page, &format!("<code>{it}</code>")));
        assert_eq!(found, [false, true, true, false]);
    }
}
