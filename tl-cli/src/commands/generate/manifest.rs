//! The manifest of a generated crate.

use std::{collections::BTreeMap, fmt::Write, fs, io, iter, path::Path};

use typelang_codegen::{Serde, replace_file};

/// The manifest's name below the crate's folder.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// The oldest compiler that can build the code: what the runtime asks for.
pub(crate) const RUST_VERSION: &str = "1.93";

/// What a manifest says.
pub(crate) struct Manifest<'a> {
    /// The package's name.
    pub(crate) name: &'a str,
    /// The schema's layer.
    pub(crate) layer: Option<u32>,
    /// Where the runtime is, when not in the registry.
    pub(crate) runtime: Option<&'a Path>,
    /// The types that hold text, when they are not the standard library's.
    pub(crate) text_types: Vec<&'a str>,
    /// Whether values lie in an arena.
    pub(crate) arena: bool,
    /// Whether the code carries its schema.
    pub(crate) reflect: bool,
    /// When the code implements serde's traits.
    pub(crate) serde: Serde,
    /// The feature with which methods can be decoded, if they cannot always.
    pub(crate) server_feature: Option<&'a str>,
    /// The features that are on by default: for conversions, and for traits of methods.
    pub(crate) default_features: Vec<&'a str>,
    /// The features with which modules are compiled.
    pub(crate) module_features: Vec<&'a str>,
}

/// Crates whose types the runtime can read and write: the crate, which is the runtime's feature too, and its version.
const TEXT_CRATES: [(&str, &str); 2] = [("bytes", "1"), ("compact_str", "0.10")];

/// Writes the manifest unless there is one: it is the user's from then on. Says whether it wrote.
///
/// A manifest that ends too early comes from a stopped run, and is written again.
pub(crate) fn write_once(path: &Path, manifest: &Manifest<'_>) -> io::Result<bool> {
    let text = text(manifest);
    match fs::read(path) {
        Ok(old) if !text.as_bytes().starts_with(&old) => Ok(false),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            let what = format!("cannot read `{}`: {error}", path.display());
            Err(io::Error::new(error.kind(), what))
        }
        _ => replace_file(path, text.as_bytes()),
    }
}

/// What the code needs and the user's manifest lacks, as far as its lines show.
pub(crate) fn lacking(text: &str, manifest: &Manifest<'_>) -> Vec<String> {
    let has = |name: &str| {
        text.lines().any(|line| {
            line.trim_start()
                .strip_prefix(name)
                .is_some_and(|rest| rest.trim_start().starts_with(['=', '.']))
        })
    };
    let mut features: Vec<&str> = plain_features(manifest).collect();
    if let Serde::Feature(name) = &manifest.serde {
        features.push(name);
    }
    let features = features.into_iter().filter(|name| !has(name));
    let crates = text_crates(manifest).into_iter().map(|(name, _)| name).filter(|name| !has(name));
    let kind = |name| {
        if manifest.default_features.contains(&name) { "default feature" } else { "feature" }
    };
    let features = features.map(|name| format!("the {} `{name}`", kind(name)));
    let features: Vec<String> = features.collect();
    features.into_iter().chain(crates.map(|name| format!("the dependency `{name}`"))).collect()
}

/// The crates whose types hold text.
fn text_crates(manifest: &Manifest<'_>) -> Vec<(&'static str, &'static str)> {
    let is_used = |name: &str| manifest.text_types.iter().any(|path| is_of_crate(path, name));
    TEXT_CRATES.into_iter().filter(|(name, _)| is_used(name)).collect()
}

fn is_of_crate(path: &str, name: &str) -> bool {
    let rest = path.trim_start_matches("::").strip_prefix(name);
    rest.is_some_and(|rest| rest.starts_with("::"))
}

/// Whether cargo takes this as the name of a package: a letter, then letters, digits, `-` and `_`.
pub(crate) fn is_package_name(name: &str) -> bool {
    let mut chars = name.chars();
    chars.next().is_some_and(|first| first.is_ascii_alphabetic())
        && chars.all(|char| char.is_ascii_alphanumeric() || char == '-' || char == '_')
}

fn text(manifest: &Manifest<'_>) -> String {
    let Manifest { name, layer, runtime, arena, reflect, serde, .. } = manifest;
    let layer = layer.unwrap_or(0);
    let used = text_crates(manifest);
    let features = arena.then_some("bumpalo").into_iter().chain(used.iter().map(|(name, _)| *name));
    let features = features.chain(reflect.then_some("reflect"));
    let features = features.chain((*serde == Serde::Always).then_some("serde"));
    let features: Vec<&str> = features.collect();
    let own_features = own_features(manifest);
    let crates = used.iter().fold(String::new(), |mut crates, (name, version)| {
        _ = writeln!(crates, "{name} = \"{version}\"");
        crates
    });
    let runtime = runtime_entry(*runtime, &features);
    format!(
        "[package]\n\
         name = \"{name}\"\n\
         # 0.LAYER.PATCH\n\
         version = \"0.{layer}.0\"\n\
         edition = \"2024\"\n\
         rust-version = \"{RUST_VERSION}\"\n\
         {own_features}\n\
         [dependencies]\n\
         {crates}typelang-runtime = {runtime}\n"
    )
}

/// Where the runtime is, and its features.
fn runtime_entry(folder: Option<&Path>, features: &[&str]) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let place = match folder {
        None if features.is_empty() => return format!("\"{version}\""),
        None => format!("version = \"{version}\""),
        Some(path) => format!("path = {:?}", path.display().to_string()),
    };
    if features.is_empty() {
        return format!("{{ {place} }}");
    }
    format!("{{ {place}, features = {features:?} }}")
}

/// The features that enable no others: all but serde's.
fn plain_features<'m>(manifest: &'m Manifest<'_>) -> impl Iterator<Item = &'m str> {
    let Manifest { server_feature, default_features, module_features, .. } = manifest;
    module_features.iter().chain(server_feature).chain(default_features).copied()
}

/// The features of the crate itself, `default` first.
fn own_features(manifest: &Manifest<'_>) -> String {
    let Manifest { serde, server_feature, default_features, .. } = manifest;
    let mut features: BTreeMap<&str, Vec<&str>> =
        plain_features(manifest).map(|name| (name, Vec::new())).collect();
    if let Serde::Feature(name) = serde {
        // serde's traits decode methods too.
        let server = server_feature.filter(|server| server != name);
        features.insert(name, iter::once("typelang-runtime/serde").chain(server).collect());
    }
    // A feature named `default` is on by default.
    let mut default = features.remove("default").unwrap_or_default();
    default.extend(default_features.iter().filter(|name| **name != "default"));
    default.sort_unstable();
    default.dedup();
    let default = (!default.is_empty()).then_some(("default", default));
    let all = default.into_iter().chain(features);
    let lines = all.fold(String::new(), |mut lines, (name, needed)| {
        _ = writeln!(lines, "{name} = {needed:?}");
        lines
    });
    if lines.is_empty() { lines } else { format!("\n[features]\n{lines}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Manifest<'static> = Manifest {
        name: "a",
        layer: None,
        runtime: None,
        text_types: Vec::new(),
        arena: false,
        reflect: true,
        serde: Serde::Never,
        server_feature: None,
        default_features: Vec::new(),
        module_features: Vec::new(),
    };

    #[test]
    fn types_that_hold_text_bring_their_crates() {
        let text_types = vec!["::compact_str::CompactString", "my::bytes::Bytes"];
        let manifest = text(&Manifest { text_types, ..PLAIN });
        let version = env!("CARGO_PKG_VERSION");
        let want = format!(
            "compact_str = \"0.10\"\ntypelang-runtime = {{ version = \"{version}\", features = [\"compact_str\", \"reflect\"] }}\n"
        );
        assert!(manifest.ends_with(&want), "{manifest}");
        assert!(!manifest.contains("\nbytes"), "{manifest}");
    }

    #[test]
    fn an_arena_is_a_feature_of_the_runtime() {
        let manifest = text(&Manifest { arena: true, ..PLAIN });
        assert!(manifest.contains("features = [\"bumpalo\", \"reflect\"]"), "{manifest}");
    }

    #[test]
    fn serde_is_a_feature_of_the_runtime_or_of_the_crate() {
        let with = |serde| text(&Manifest { serde, ..PLAIN });
        assert!(with(Serde::Always).contains("features = [\"reflect\", \"serde\"]"));
        let own = with(Serde::Feature("json".to_owned()));
        let want = "\n\n[features]\njson = [\"typelang-runtime/serde\"]\n\n[dependencies]\n";
        assert!(own.contains(want), "{own}");
    }

    #[test]
    fn who_has_serde_can_decode_methods() {
        let features = own_features(&Manifest {
            serde: Serde::Feature("json".to_owned()),
            server_feature: Some("server"),
            module_features: vec!["mtproto", "server"],
            ..PLAIN
        });
        let want = "\n[features]\njson = [\"typelang-runtime/serde\", \"server\"]\nmtproto = []\nserver = []\n";
        assert_eq!(features, want);
    }

    #[test]
    fn a_feature_does_not_ask_for_itself() {
        let features = own_features(&Manifest {
            serde: Serde::Feature("all".to_owned()),
            server_feature: Some("all"),
            ..PLAIN
        });
        assert_eq!(features, "\n[features]\nall = [\"typelang-runtime/serde\"]\n");
    }

    #[test]
    fn code_that_a_program_may_go_without_is_there_by_default() {
        let features = own_features(&Manifest {
            serde: Serde::Feature("json".to_owned()),
            server_feature: Some("server"),
            default_features: vec!["method-traits", "conversions"],
            ..PLAIN
        });
        let want = "\n[features]\ndefault = [\"conversions\", \"method-traits\"]\nconversions = []\n\
            json = [\"typelang-runtime/serde\", \"server\"]\nmethod-traits = []\nserver = []\n";
        assert_eq!(features, want);
        // One feature for all, and one that is a default one already.
        let of = |name| own_features(&Manifest { default_features: vec![name; 2], ..PLAIN });
        assert_eq!(of("extras"), "\n[features]\ndefault = [\"extras\"]\nextras = []\n");
        assert_eq!(of("default"), "");
        let both = Manifest {
            server_feature: Some("default"),
            default_features: vec!["conversions"],
            ..PLAIN
        };
        let want = "\n[features]\ndefault = [\"conversions\"]\nconversions = []\n";
        assert_eq!(own_features(&both), want);
    }

    #[test]
    fn what_a_kept_manifest_lacks_is_told() {
        let manifest = Manifest {
            text_types: vec!["::compact_str::CompactString", "::bytes::Bytes"],
            serde: Serde::Feature("json".to_owned()),
            server_feature: Some("server"),
            default_features: vec!["conversions"],
            module_features: vec!["rpc"],
            ..PLAIN
        };
        assert!(lacking(&text(&manifest), &manifest).is_empty());
        let kept = "[features]\njson=[]\n[dependencies]\nbytes.workspace = true\n# rpc\n";
        let want = [
            "the feature `rpc`",
            "the feature `server`",
            "the default feature `conversions`",
            "the dependency `compact_str`",
        ];
        assert_eq!(lacking(kept, &manifest), want);
    }

    #[test]
    fn package_names() {
        assert!(is_package_name("my-telegram_2"));
        for wrong in ["", "2fast", "a b", "a\"", "é", "-a"] {
            assert!(!is_package_name(wrong), "{wrong}");
        }
    }
}
