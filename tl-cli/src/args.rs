//! The command line.

use clap::{
    Parser, Subcommand,
    builder::{PossibleValuesParser, TypedValueParser},
};
use typelang_parser::Dialect;

use crate::{check::Check, dump::Dump, generate::Generate};

/// Reads schemas in TL, the Type Language of MTProto, and writes Rust.
#[derive(Debug, Parser)]
#[command(name = "tl", version, after_help = STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes Rust for schemas, or checks that what is committed is current
    Generate(Generate),
    /// Reports everything that is wrong with schemas
    Check(Check),
    /// Prints what a stage makes of schemas
    Dump(Dump),
}

const STATUS: &str = "\
A SCHEMA is a file, or `-` for the standard input; several are read as one schema.

Exit status: 0 done, 1 faults in a schema or output that is out of date, 2 wrong usage or a file that
cannot be read or written.";

/// Parses `--dialect`.
pub(crate) fn dialect() -> impl TypedValueParser<Value = Dialect> {
    let all = [Dialect::Telegram, Dialect::Tdlib, Dialect::Ton, Dialect::Vk];
    PossibleValuesParser::new(["telegram", "tdlib", "ton", "vk"]).map(move |name| {
        all.into_iter().find(|dialect| dialect.to_string() == name).unwrap_or_default()
    })
}
