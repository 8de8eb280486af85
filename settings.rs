//! The settings of the committed crate: what `build.rs`, `cargo xtask generate`, CI and the command's test generate by.

use std::path::{Path, PathBuf};

use typelang_codegen::{Config, Serde};

/// The feature with which serde's traits are implemented.
pub(crate) const SERDE: &str = "serde";
/// The feature with which methods can be decoded.
pub(crate) const SERVER: &str = "server";
/// The modules beside Telegram's API: the name of each, which its feature has too, and its files in `schema/`.
pub(crate) const MODULES: [(&str, &[&str]); 2] =
    [("mtproto", &["telegram/mtproto.tl", "containers.tl"]), ("secret", &["telegram/secret.tl"])];

/// The settings, and the files of the root's schema. All files are those of the package `typelang-schema`, whose folder is
/// `schema` in the repository: an archive of one package cannot hold files of another.
pub(crate) fn settings(folder: &Path) -> (Config, [PathBuf; 1]) {
    let schema = |file: &&str| folder.join(file);
    let mut config = Config::new();
    let (tables, words) =
        (schema(&"telegram"), ["telegram/api-docs.txt", "telegram/error-docs.txt"]);
    config.facts(tables).serde(Serde::Feature(SERDE.to_owned())).server_feature(SERVER);
    for file in words {
        config.docs(schema(&file));
    }
    for (name, files) in MODULES {
        let files: Vec<PathBuf> = files.iter().map(schema).collect();
        config.module(name, &files).module_feature(name, name);
    }
    (config, [schema(&"telegram/api.tl")])
}
