//! `tl show`: a page of the reference on a terminal.

use std::{io::Write, path::PathBuf};

use typelang_reference::terminal::page;

use crate::shared::{
    layer::Layer,
    outcome::{Failure, Outcome},
    reference::{Subject, load},
    terminal::Terminal,
};

/// The arguments of `tl show`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Show {
    /// A method, constructor, type or error; or an id, also in the order of captured bytes
    pub name: String,
    /// Schemas in any form, read as one [default: Telegram's, built in, with its errors and callers]
    #[arg(long = "schema", value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its field is documented")]
    pub layer: Layer,
    #[command(flatten)]
    #[expect(missing_docs, reason = "its fields are documented")]
    pub subject: Subject,
}

const EXAMPLES: &str = "\
Examples:
  tl show initConnection
  tl show sendMessage
  tl show '#c1cd5ea9'
  tl show FLOOD_WAIT_17

The page is Markdown. A namespace may be left out. `tl docs` writes all pages.";

/// Prints the pages of a name or id.
///
/// # Errors
/// When no page has the name, and when a file cannot be read.
pub fn show(args: &Show, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let Some(parts) = load(&args.layer.or(&args.schemas), &args.subject, terminal)? else {
        return Ok(Outcome::Faults);
    };
    match page(&parts.reference(), &args.name) {
        Ok(text) => {
            let mut out = terminal.text();
            write!(out, "{text}")?;
            out.flush()?;
            Ok(Outcome::Done)
        }
        Err(unknown) => Err(Failure::Usage(unknown.to_string())),
    }
}
