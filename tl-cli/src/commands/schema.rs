//! `tl schema`: the schemas that are built in.

use std::io::Write;

use typelang_layers::LAYERS;
use typelang_parser::Sources;

use crate::shared::{
    embedded,
    layer::text,
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
    /// Print this layer of the API
    #[arg(long, value_name = "N", conflicts_with_all = ["name", "list"])]
    pub layer: Option<u32>,
    /// Print the numbers of the layers
    #[arg(long, conflicts_with = "name")]
    pub list: bool,
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
  tl schema --layer 224 > api-224.tl
  tl schema mtproto | tl convert --to json - > mtproto.json
  tl schema | grep '^messages.sendMessage#'";

/// Prints a schema as TL.
///
/// # Errors
/// When the output cannot be written.
pub fn schema(args: &Schema, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let mut out = terminal.data();
    if args.list {
        LAYERS.iter().try_for_each(|layer| writeln!(out, "{layer}"))?;
        return Ok(out.flush().map(|()| Outcome::Done)?);
    }
    if let Some(layer) = args.layer {
        out.write_all(text(layer)?.as_bytes())?;
        return Ok(out.flush().map(|()| Outcome::Done)?);
    }
    let sources = sources(args.name);
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
