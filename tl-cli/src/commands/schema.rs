//! `tl schema`: the schemas that are built in.

use std::io::Write;

use typelang_parser::Sources;

use crate::shared::{
    embedded,
    outcome::{Failure, Outcome},
    terminal::Terminal,
};

/// The arguments of `tl schema`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Schema {
    /// Print this schema
    #[arg(value_enum, default_value_t = Name::Api)]
    pub name: Name,
}

/// A schema that is built in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Name {
    /// Telegram's API
    Api,
    /// The protocol below it, with its containers
    Mtproto,
    /// What secret chats encrypt
    Secret,
}

const EXAMPLES: &str = "\
Examples:
  tl schema > api.tl
  tl schema mtproto | tl convert --to json - > mtproto.json
  tl schema | grep '^messages.sendMessage#'";

/// Prints a schema as TL.
///
/// # Errors
/// When the output cannot be written.
pub fn schema(args: &Schema, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let sources = sources(args.name);
    let mut out = terminal.data();
    for (at, (_, source)) in sources.iter().enumerate() {
        if at > 0 {
            // The file before may end among its methods.
            writeln!(out, "\n---types---\n")?;
        }
        out.write_all(source.text.as_bytes())?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

fn sources(name: Name) -> Sources {
    match name {
        Name::Api => embedded::api(),
        Name::Mtproto => embedded::mtproto(),
        Name::Secret => embedded::secret(),
    }
}
