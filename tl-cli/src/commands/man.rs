//! `tl man`: the manual.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
};

use clap_mangen::Man as Page;
use typelang_codegen::replace_file;

use crate::shared::{
    counts::counted,
    outcome::{Failure, Outcome},
    suggestion::suggestion,
    terminal::Terminal,
};

/// The arguments of `tl man`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Man {
    /// Print the page of this subcommand [default: the page of `tl`]
    #[arg(value_name = "COMMAND")]
    pub subcommand: Option<String>,
    /// Write all pages to this folder
    #[arg(long, value_name = "DIR", conflicts_with = "subcommand")]
    pub out: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Examples:
  tl man > tl.1
  tl man decode > tl-decode.1
  tl man --out man1
      all pages: `man -l man1/tl-decode.1`, or put the folder into a folder of `$MANPATH`";

/// Prints a page of the manual, or writes all.
///
/// # Errors
/// When there is no such subcommand, and when a page cannot be written.
pub fn man(
    args: &Man,
    mut command: clap::Command,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    // Gives subcommands their full names and the global flags.
    command.build();
    if let Some(folder) = &args.out {
        let count = write_pages(&command, folder)?;
        writeln!(terminal.text(), "{}: {}", folder.display(), counted(count, "page"))?;
        return Ok(Outcome::Done);
    }
    let page = match &args.subcommand {
        None => command,
        Some(name) => named(&command, name)?,
    };
    terminal.data().write_all(&rendered(&Page::new(page))?)?;
    Ok(Outcome::Done)
}

/// Writes all pages, and returns how many there are.
fn write_pages(command: &clap::Command, folder: &Path) -> Result<usize, Failure> {
    fs::create_dir_all(folder).map_err(Failure::io("made", folder))?;
    let all = || [command].into_iter().chain(subcommands(command));
    all().try_for_each(|command| write_page(command, folder))?;
    Ok(all().count())
}

fn write_page(command: &clap::Command, folder: &Path) -> Result<(), Failure> {
    let page = Page::new(command.clone());
    let path = folder.join(page.get_filename());
    replace_file(&path, &rendered(&page)?).map_err(Failure::write(&path))?;
    Ok(())
}

/// The subcommands that have a page.
fn subcommands(command: &clap::Command) -> impl Iterator<Item = &clap::Command> {
    command.get_subcommands().filter(|it| it.get_name() != "help")
}

fn named(command: &clap::Command, name: &str) -> Result<clap::Command, Failure> {
    let found = subcommands(command).find(|it| it.get_name() == name).cloned();
    found.ok_or_else(|| {
        let near = suggestion(name, subcommands(command).map(clap::Command::get_name));
        Failure::Usage(format!("tl has no subcommand `{name}`{near}"))
    })
}

fn rendered(page: &Page) -> Result<Vec<u8>, Failure> {
    let mut text = Vec::new();
    page.render(&mut text)?;
    Ok(text)
}
