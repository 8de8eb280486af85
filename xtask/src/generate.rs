//! `cargo xtask generate`: the committed output of the root package.

use std::error::Error;

use crate::{root, say, settings::settings};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Writes nothing; fails when what is committed is not what schema/ generates
    #[arg(long)]
    check: bool,
}

/// Writes `generated/`, or compares it.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let (mut config, api) = settings(root());
    config.out_dir(root().join("generated")).root_file("mod.rs");
    config.mending_command("cargo xtask generate");
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
