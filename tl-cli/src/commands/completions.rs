//! `tl completions`: what a shell needs to complete the command line.

use std::io::Write;

use clap_complete::{Shell, generate};

use crate::shared::{
    outcome::{Failure, Outcome},
    terminal::Terminal,
};

/// The arguments of `tl completions`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Completions {
    /// Write completions for this shell
    pub shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  tl completions bash > tl.bash
      to load it: `source tl.bash`, or put it into ~/.local/share/bash-completion/completions as `tl`
  tl completions zsh > _tl
      put it into a folder of `$fpath`
  tl completions fish > tl.fish
      put it into ~/.config/fish/completions";

/// Prints the script that the shell loads.
///
/// # Errors
/// When the output cannot be written.
pub fn completions(
    args: &Completions,
    mut command: clap::Command,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    // The generator panics when a write fails, and memory takes all.
    let mut script = Vec::new();
    generate(args.shell, &mut command, "tl", &mut script);
    terminal.data().write_all(&script)?;
    Ok(Outcome::Done)
}
