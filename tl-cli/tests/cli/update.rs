//! `tl update`

use crate::support::Folder;

/// Settings for a part of a layer that changes in layer 228.
const SETTINGS: &str =
    "# Ours.\nlayer = 227\nout = 'src/api'\nonly = ['users.getUsers']\nno-format = true\n";

#[test]
fn a_project_moves_to_a_newer_layer() {
    let folder = Folder::new("update-layer");
    folder.write("tl.toml", SETTINGS);
    assert_eq!(folder.tl("generate").status, 0);
    let ran = folder.tl("update --dry-run");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("changed constructor user#31774388"), "{}", ran.out);
    // What the settings do not select is counted only.
    assert!(!ran.out.contains("wallet.getState"), "{}", ran.out);
    assert!(
        ran.out.contains(" other changes are outside of what tl.toml selects\n"),
        "{}",
        ran.out
    );
    assert_eq!(folder.read("tl.toml"), SETTINGS);
    let ran = folder.tl("update --changelog LOG.md");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("generated Rust: major version"), "{}", ran.out);
    assert_eq!(folder.read("tl.toml"), SETTINGS.replace("227", "230"));
    let log = folder.read("LOG.md");
    assert!(log.starts_with("## Layer 230\n\nCompared with layer 227:"), "{log}");
    assert!(log.contains("- `user` (") && !log.contains("wallet.getState"), "{log}");
    assert!(folder.read("src/api/mod.rs").replace(' ', "").contains("LAYER:i32=230"));
    assert_eq!(folder.tl("generate --check").status, 0);
    assert_eq!(folder.tl("update").out, "tl.toml: has this layer already\n");
    assert_eq!(folder.tl("update --layer 224").status, 0);
    assert_eq!(folder.read("tl.toml"), SETTINGS.replace("227", "224"));
}

/// A manifest with this version.
fn manifest(version: &str) -> String {
    format!(
        "[package]\nname = \"ours\"\nversion = \"{version}\" # of the API\nedition = \"2024\"\n"
    )
}

/// A project with this version and more settings; what `tl update` says of the version, and the manifest afterwards.
fn updated(folder: &Folder, version: &str, more: &str, line: &str) -> (String, String) {
    folder.write("tl.toml", format!("{SETTINGS}{more}\n"));
    folder.write("Cargo.toml", manifest(version));
    let ran = folder.tl(line);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{line}");
    let said = ran.out.lines().find(|line| line.starts_with("Cargo.toml: ")).unwrap_or_default();
    (said.to_owned(), folder.read("Cargo.toml"))
}

#[test]
fn the_version_follows_the_verdict() {
    let folder = Folder::new("update-version");
    let named = "manifest = 'Cargo.toml'";
    let (said, text) = updated(&folder, "1.4.2", "", "update");
    let hint = "with `manifest = \"Cargo.toml\"` in tl.toml, `tl update` sets it";
    assert_eq!(said, format!("Cargo.toml: version 1.4.2 must become 2.0.0; {hint}"));
    assert_eq!(text, manifest("1.4.2"));
    let (said, text) = updated(&folder, "1.4.2", named, "update --dry-run");
    assert_eq!(said, "Cargo.toml: version 1.4.2 would become 2.0.0");
    assert_eq!(text, manifest("1.4.2"));
    for (old, new) in [("1.4.2", "2.0.0"), ("0.3.1", "0.4.0"), ("0.227.5", "0.230.0")] {
        let (said, text) = updated(&folder, old, named, "update");
        assert_eq!(said, format!("Cargo.toml: version {old} becomes {new}"));
        assert_eq!(text, manifest(new));
    }
    // The response of this method stays the same.
    let small = SETTINGS.replace("users.getUsers", "help.getNearestDc");
    folder.write("tl.toml", format!("{small}{named}\n"));
    folder.write("Cargo.toml", manifest("1.4.2"));
    assert_eq!(folder.tl("update").status, 0);
    assert_eq!(folder.read("Cargo.toml"), manifest("1.4.3"));
}

#[test]
fn a_manifest_whose_version_cannot_be_set_says_so() {
    let folder = Folder::new("update-manifest");
    folder.write("a.tl", "point flags:# x:int = Point;\n");
    folder.write("tl.toml", "schemas = ['a.tl']\nout = 'src/a'\nmanifest = 'Cargo.toml'\n");
    let ran = folder.tl("update --layer 57 --dry-run");
    assert_eq!(ran.status, 2, "the manifest that is named is not there");
    assert!(ran.err.starts_with("error: Cargo.toml: cannot be read"), "{}", ran.err);
    folder.write("Cargo.toml", "[package]\nname = 'a'\nversion.workspace = true\n");
    let ran = folder.tl("update --layer 57 --dry-run");
    assert!(
        ran.err.contains("Cargo.toml: it has no version; name the manifest that has it"),
        "{}",
        ran.err
    );
    folder.write("Cargo.toml", manifest("1.0.0-rc.1"));
    let ran = folder.tl("update --layer 57 --dry-run");
    let said = "Cargo.toml: set the next major version yourself: `1.0.0-rc.1` is not three numbers";
    assert!(ran.out.contains(said), "{}", ran.out);
}

#[test]
fn a_file_is_replaced_by_a_layer() {
    let folder = Folder::new("update-file");
    folder.write("api.tl", folder.tl("schema --layer 222").out);
    folder.write("tl.toml", "schemas = ['api.tl']\nout = 'src/api'\nonly = ['help.getConfig']\n");
    let ran = folder.tl("update --layer 223");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(folder.read("api.tl").starts_with("// LAYER 223\n"));
}

#[test]
fn what_cannot_be_updated_says_so() {
    let folder = Folder::new("update-faults");
    let ran = folder.tl("update");
    assert_eq!(ran.status, 2);
    assert!(ran.err.starts_with("error: tl.toml: cannot be read"), "{}", ran.err);
    folder.write("tl.toml", "layer = 229\nout = 'a'\n");
    let ran = folder.tl("update --layer 217");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("the nearest are 216 and 218"), "{}", ran.err);
    let ran = folder.tl("update --from-crate some-crate");
    assert_eq!(ran.status, 2);
    assert!(ran.err.contains("no file to replace"), "{}", ran.err);
}
