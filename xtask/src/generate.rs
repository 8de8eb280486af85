//! `cargo xtask generate`: the committed output of the root package.

use std::{error::Error, fs};

use crate::{at, known_errors, root, say, settings::settings};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; fail if a committed file differs from what would be written
    #[arg(long)]
    check: bool,
}

/// Writes `generated/`, or compares it.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let (mut config, api) = settings(&root().join("schema"));
    config.out_dir(root().join("generated")).root_file("mod.rs");
    config.mending_command("cargo xtask generate");
    let errors = root().join("generated/errors.rs");
    let module = known_errors::module()?;
    if args.check {
        config.check(&api)?;
        if fs::read_to_string(&errors).map_err(at(&errors))? != module {
            return Err(
                format!("{} is not current; run `cargo xtask generate`", errors.display()).into()
            );
        }
        say("generated/ is current");
    } else {
        let written = config.compile(&api)?;
        fs::write(&errors, module).map_err(at(&errors))?;
        let count = |files: &[_]| files.len();
        let (changed, kept) = (count(&written.changed), count(&written.kept));
        let removed = count(&written.removed);
        say(&format!("generated/: {changed} files changed, {kept} kept, {removed} removed"));
    }
    Ok(())
}
