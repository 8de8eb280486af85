//! The settings of the committed crate, used by `build.rs`, `cargo xtask generate`, CI and the command's
//! test.

use std::path::{Path, PathBuf};

use typelang_codegen::{Config, Serde};

/// The feature for serde's traits.
pub(crate) const SERDE: &str = "serde";
/// The feature for decoding methods.
pub(crate) const SERVER: &str = "server";
/// The modules besides Telegram's API: the name of each, which is also its feature's, and its files in
/// `schema/`.
pub(crate) const MODULES: [(&str, &[&str]); 2] =
    [("mtproto", &["telegram/mtproto.tl", "containers.tl"]), ("secret", &["telegram/secret.tl"])];
/// What items and errors mean: docs files in `schema/`.
const DOCS: [&str; 3] =
    ["telegram/api-docs.txt", "telegram/mtproto-docs.txt", "telegram/error-docs.txt"];

/// Returns the settings, and the files of the root's schema. All files are those of the package `typelang-schema`, whose folder is
/// `schema` in the repository: an archive of one package cannot hold files of another.
pub(crate) fn settings(folder: &Path) -> (Config, [PathBuf; 1]) {
    let schema = |file: &&str| folder.join(file);
    let mut config = Config::new();
    config.facts(schema(&"telegram")).serde(Serde::Feature(SERDE.to_owned()));
    config.server_feature(SERVER);
    for file in DOCS {
        config.docs(schema(&file));
    }
    for (name, files) in MODULES {
        let files: Vec<PathBuf> = files.iter().map(schema).collect();
        config.module(name, &files).module_feature(name, name);
    }
    (config, [schema(&"telegram/api.tl")])
}
