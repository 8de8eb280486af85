//! The command line.

use clap::{Parser, Subcommand};
use typelang_parser::report::MaxReports;

use crate::commands::{
    check::Check, convert::Convert, cost::Cost, decode::Decode, docs::Docs, dump::Dump,
    encode::Encode, explain::Explain, fmt::Fmt, generate::flags::Generate, id::Id, random::Random,
    show::Show,
};

/// Reads schemas in TL, the Type Language of MTProto: checks, formats and converts them, writes Rust, and turns values
/// into bytes and back.
#[derive(Debug, Parser)]
#[command(name = "tl", version, after_help = STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Show so many faults of a schema and count the others, or show `all` [default: 100, and all with `--format json`]
    #[arg(long, global = true, value_name = "N|all", help_heading = "Reports")]
    pub(crate) max_reports: Option<MaxReports>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Writes Rust for schemas, or checks that what is committed is current
    Generate(Box<Generate>),
    /// Reports everything that is wrong with schemas
    Check(Check),
    /// Prints the ids of declarations, as written and as computed
    Id(Id),
    /// Brings schemas into their canonical form, or checks that they are in it
    Fmt(Fmt),
    /// Turns a schema into another form: TL, JSON or compiled
    Convert(Convert),
    /// Prints what the parts of a schema bring along, and what to cut
    Cost(Cost),
    /// Prints what a stage makes of schemas
    Dump(Dump),
    /// Turns JSON into the bytes of a value or call
    Encode(Encode),
    /// Turns bytes into JSON
    Decode(Decode),
    /// Prints bytes with what each of them means
    Explain(Explain),
    /// Makes random values of any type
    Random(Random),
    /// Writes a reference: a page for each method, constructor, type and error
    Docs(Docs),
    /// Prints a page of the reference
    Show(Show),
}

const STATUS: &str = "\
A SCHEMA is a file, or `-` for the standard input; several are read as one schema, and those of
`--schema` each by itself.

Exit status: 0 done, 1 faults in a schema, in bytes or in JSON, or files that are out of date, 2 wrong \
usage or a file that cannot be read or written.";
