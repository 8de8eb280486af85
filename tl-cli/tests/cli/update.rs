//! `tl update`

use crate::support::Folder;

#[test]
fn a_project_moves_to_a_newer_layer() {
    let folder = Folder::new("update-layer");
    let settings = "# Ours.\nlayer = 229\nout = 'src/api'\nonly = ['help.getConfig']\n";
    folder.write("tl.toml", settings);
    assert_eq!(folder.tl("generate").status, 0);
    let ran = folder.tl("update --dry-run");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("added method wallet.getState"), "{}", ran.out);
    assert_eq!(folder.read("tl.toml"), settings);
    let ran = folder.tl("update --changelog LOG.md");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("generated Rust: major version"), "{}", ran.out);
    assert_eq!(folder.read("tl.toml"), settings.replace("229", "230"));
    assert!(folder.read("LOG.md").starts_with("## Layer 230\n\nCompared with layer 229:"));
    assert!(folder.read("src/api/mod.rs").contains("LAYER: i32 = 230"));
    assert_eq!(folder.tl("generate --check").status, 0);
    assert_eq!(folder.tl("update").out, "tl.toml: has this layer already\n");
    assert_eq!(folder.tl("update --layer 224").status, 0);
    assert_eq!(folder.read("tl.toml"), settings.replace("229", "224"));
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
