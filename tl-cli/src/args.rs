//! The command line.

use clap::{Parser, Subcommand};
use typelang_parser::report::MaxReports;

#[cfg(feature = "mock")]
use crate::commands::mock::command::Mock;
use crate::{
    commands::{
        check::Check, completions::Completions, convert::Convert, cost::Cost, decode::Decode,
        diff::command::Diff, docs::Docs, dump::Dump, encode::Encode, explain::Explain, fmt::Fmt,
        generate::flags::Generate, id::Id, init::Init, man::Man, merge::command::Merge,
        random::Random, schema::Schema, show::Show, translate::Translate, update::command::Update,
    },
    shared::terminal::Colour,
};

/// Work with schemas in TL, the Type Language of MTProto: check, format and convert them, generate Rust, and turn
/// values into bytes and back.
#[derive(Debug, Parser)]
#[command(name = "tl", version, after_help = STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Show at most N faults of a schema and count the rest, or show `all` [default: 100; all with `--format json`]
    #[arg(long, global = true, value_name = "N|all", help_heading = "Reports")]
    pub(crate) max_reports: Option<MaxReports>,
    /// Colour reports and explained bytes; `auto` means on terminals, unless `NO_COLOR` or `CLICOLOR_FORCE` is set
    #[arg(
        long,
        global = true,
        value_name = "WHEN",
        default_value = "auto",
        help_heading = "Reports"
    )]
    pub(crate) color: Colour,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Generate Rust from schemas, or check that committed files are current
    Generate(Box<Generate>),
    /// Write settings for `tl generate` to tl.toml
    Init(Init),
    /// Report all faults of schemas
    Check(Check),
    /// Print the ids of declarations, as written and as computed
    Id(Id),
    /// Format schemas, or check that they are formatted
    Fmt(Fmt),
    /// Convert a schema to another form: TL, JSON or compiled
    Convert(Convert),
    /// Print what the parts of a schema need, and what to cut
    Cost(Cost),
    /// Print what a stage makes of schemas
    Dump(Dump),
    /// Encode JSON as the bytes of a value or call
    Encode(Encode),
    /// Decode bytes to JSON
    Decode(Decode),
    /// Print bytes with the meaning of each
    Explain(Explain),
    /// Print random values of any type
    Random(Random),
    /// Print what changed between two schemas, and what it means for values
    Diff(Diff),
    /// Join several schemas into one, and list where they differ
    Merge(Merge),
    /// Move to a newer layer: print what changes, and generate again by tl.toml
    Update(Update),
    /// Write a reference: a page for each method, constructor, type and error
    Docs(Docs),
    /// Print a page of the reference
    Show(Show),
    /// Translate a value from one schema to another, such as to another layer
    Translate(Translate),
    /// Run an offline Telegram that clients connect to, for tests
    #[cfg(feature = "mock")]
    Mock(Box<Mock>),
    /// Print a built-in schema
    Schema(Schema),
    /// Print a script that lets a shell complete the command line
    Completions(Completions),
    /// Print a page of the manual, or write all pages
    Man(Man),
}

const STATUS: &str = "\
A SCHEMA is a file in TL, in JSON or compiled; `-` for the standard input; `layer:224` for a layer of \
Telegram's API; or `HEAD~1:api.tl` for a file of a git revision. Several are read as one \
schema; each `--schema` is read by itself.

Exit status: 0 done, 1 faults in a schema, in bytes or in JSON, or files that are out of date, 2 wrong \
usage or a file that cannot be read or written.";
