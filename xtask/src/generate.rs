//! `cargo xtask generate`: the committed output of the root package and the crates in `crates/`.

use std::{error::Error, fs};

use crate::{
    at,
    crates::{self, Generated},
    known_errors, root, say,
    settings::settings,
};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; fail if a committed file differs from what would be written
    #[arg(long)]
    check: bool,
}

/// Writes the committed output, or compares it.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let (config, api) = settings(&root().join("schema"));
    let telegram = Generated { folder: "generated", config, schemas: api.into() };
    write_or_check(args, telegram)?;
    crates::all(&root().join("schema")).into_iter().try_for_each(|it| write_or_check(args, it))?;
    errors(args)
}

fn write_or_check(args: &Args, generated: Generated) -> Result<(), Box<dyn Error>> {
    let Generated { folder, mut config, schemas } = generated;
    config.out_dir(root().join(folder)).root_file("mod.rs");
    config.mending_command("cargo xtask generate");
    if args.check {
        config.check(&schemas)?;
        say(&format!("{folder}/ is current"));
        return Ok(());
    }
    let written = config.compile(&schemas)?;
    let count = |files: &[_]| files.len();
    let (changed, kept) = (count(&written.changed), count(&written.kept));
    let removed = count(&written.removed);
    say(&format!("{folder}/: {changed} files changed, {kept} kept, {removed} removed"));
    Ok(())
}

/// Writes the list of known errors, or compares it.
fn errors(args: &Args) -> Result<(), Box<dyn Error>> {
    let errors = root().join("generated/errors.rs");
    let module = known_errors::module()?;
    if !args.check {
        return fs::write(&errors, module).map_err(at(&errors));
    }
    if fs::read_to_string(&errors).map_err(at(&errors))? != module {
        return Err(
            format!("{} is not current; run `cargo xtask generate`", errors.display()).into()
        );
    }
    Ok(())
}
