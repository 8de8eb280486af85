//! `cargo xtask generate`: the committed output of the root package.

use std::error::Error;

use typelang_codegen::{Config, Serde};

use crate::{root, say};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Writes nothing; fails when what is committed is not what schema/ generates
    #[arg(long)]
    check: bool,
}

/// Writes `generated/`, or compares it.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let schema = root().join("schema");
    let mut config = Config::new();
    config.out_dir(root().join("generated")).root_file("mod.rs");
    config
        .module("mtproto", &["telegram/mtproto.tl", "containers.tl"].map(|file| schema.join(file)));
    config.module_feature("mtproto", "mtproto");
    config
        .module("secret", &[schema.join("telegram/secret.tl")])
        .module_feature("secret", "secret");
    config.serde(Serde::Feature("serde".to_owned())).server_feature("server");
    config.mending_command("cargo xtask generate");
    let api = [schema.join("telegram/api.tl")];
    if args.check {
        config.check(&api)?;
        say("generated/ is what schema/ generates");
    } else {
        let written = config.compile(&api)?;
        let count = |files: &[_]| files.len();
        let (changed, kept) = (count(&written.changed), count(&written.kept));
        let removed = count(&written.removed);
        say(&format!("generated/: {changed} files changed, {kept} kept, {removed} removed"));
    }
    Ok(())
}
