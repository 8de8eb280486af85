//! `cargo xtask generate`: the committed output of the root package and the crates in `crates/`.

use std::{error::Error, fs, path::PathBuf};

use typelang_codegen::Config;
use typelang_parser::counted;

use crate::{
    at,
    crates::{self, Generated},
    known_errors, root, say,
};

#[derive(Debug, Default, clap::Args)]
pub(crate) struct Args {
    /// Write nothing; fail if a committed file differs from what would be written
    #[arg(long)]
    check: bool,
}

/// Writes the committed output, or compares it. The settings of `generated/` are in tl.toml.
pub(crate) fn generate(args: &Args) -> Result<(), Box<dyn Error>> {
    let settings = Config::from_file(root().join("tl.toml"))?;
    write_or_check(args, "generated", settings.committed()?, &settings.schemas)?;
    for Generated { folder, mut config, schemas } in crates::all(&root().join("schema")) {
        config.out_dir(root().join(folder)).root_file("mod.rs");
        write_or_check(args, folder, config, &schemas)?;
    }
    errors(args)
}

fn write_or_check(
    args: &Args,
    folder: &str,
    mut config: Config,
    schemas: &[PathBuf],
) -> Result<(), Box<dyn Error>> {
    config.mending_command("cargo xtask generate");
    if args.check {
        config.check(schemas)?;
        say(&format!("{folder}/ is current"));
        return Ok(());
    }
    let written = config.compile(schemas)?;
    let count = |files: &[_]| files.len();
    let (changed, kept) = (counted(count(&written.changed), "file"), count(&written.kept));
    let removed = count(&written.removed);
    say(&format!("{folder}/: {changed} changed, {kept} kept, {removed} removed"));
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
