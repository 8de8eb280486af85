//! `cargo xtask generate`: the committed output of the root package.

use std::{error::Error, fs};

use typelang_codegen::Config;

use crate::{at, known_errors, root, say};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; fail if a committed file differs from what would be written
    #[arg(long)]
    check: bool,
}

/// Writes `generated/`, or compares it. Its settings are in tl.toml.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let settings = Config::from_file(root().join("tl.toml"))?;
    let mut config = settings.committed()?;
    config.mending_command("cargo xtask generate");
    let errors = root().join("generated/errors.rs");
    let module = known_errors::module()?;
    if args.check {
        config.check(&settings.schemas)?;
        if fs::read_to_string(&errors).map_err(at(&errors))? != module {
            return Err(
                format!("{} is not current; run `cargo xtask generate`", errors.display()).into()
            );
        }
        say("generated/ is current");
    } else {
        let written = config.compile(&settings.schemas)?;
        fs::write(&errors, module).map_err(at(&errors))?;
        let count = |files: &[_]| files.len();
        let (changed, kept) = (count(&written.changed), count(&written.kept));
        let removed = count(&written.removed);
        say(&format!("generated/: {changed} files changed, {kept} kept, {removed} removed"));
    }
    Ok(())
}
