//! The settings of the committed crate: what `build.rs`, `cargo xtask generate` and CI generate by.

use std::path::{Path, PathBuf};

use typelang_codegen::{Config, Serde};

/// The settings, and the files of the root's schema, for a repository in `root`.
pub(crate) fn settings(root: &Path) -> (Config, [PathBuf; 1]) {
    let schema = |file: &str| root.join("schema").join(file);
    let mut config = Config::new();
    config
        .docs(schema("telegram/api-docs.txt"))
        .docs(schema("telegram/error-docs.txt"))
        .facts(schema("telegram"))
        .serde(Serde::Feature("serde".to_owned()))
        .server_feature("server")
        .module("mtproto", &["telegram/mtproto.tl", "containers.tl"].map(schema))
        .module_feature("mtproto", "mtproto")
        .module("secret", &[schema("telegram/secret.tl")])
        .module_feature("secret", "secret");
    (config, [schema("telegram/api.tl")])
}
