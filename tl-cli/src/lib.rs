//! The command `tl`: checks, formats and converts TL schemas, generates Rust from them, shows the stages in between,
//! and turns values into bytes and back.
//!
//! Each subcommand is a function from its arguments to an [`Outcome`]; [`run`] picks one by the command line.
//!
//! | feature | effect |
//! |---|---|
//! | `gzip` (default) | `tl explain` unpacks `gzip_packed` |
//! | `mock` (default) | `tl mock`, which brings tokio and cryptography |

mod args;
pub mod commands;
mod compare;
pub mod shared;
mod wire;

use std::{borrow::Cow, ffi::OsString, io};

use clap::{CommandFactory, Parser};
use typelang_parser::printable;

pub use crate::shared::{
    outcome::{Failure, Outcome, Status},
    terminal::{Terminal, style_of_stderr},
};
use crate::{
    args::{Args, Command},
    commands::{
        check, completions, convert, cost, decode, diff, docs, dump, encode, explain, fmt,
        generate, generate::settings_file::settings, id, init, man, merge, random, schema, show,
        translate, update,
    },
};

/// Runs the command line, program name included, and says how the process is to exit.
pub fn run(args: impl IntoIterator<Item = OsString>, terminal: &mut Terminal<'_>) -> Status {
    let words: Vec<OsString> = args.into_iter().collect();
    // Some may be names of files that somebody else chose.
    let is_plain = |word: &OsString| matches!(printable(&word.to_string_lossy()), Cow::Borrowed(_));
    let are_plain = words.iter().all(is_plain);
    let settings = match settings(&words, &Args::command()) {
        Ok(settings) => settings,
        Err(failure) => {
            _ = terminal.error(&failure);
            return Status::Usage;
        }
    };
    let whole = settings.as_ref().map_or_else(|| words.clone(), |it| it.expanded(&words));
    let placed = |message: &str| settings.as_ref().and_then(|it| it.placed(message));
    let args = match Args::try_parse_from(&whole) {
        Ok(args) => args,
        Err(refusal) => {
            // Help goes to the standard output and is no failure.
            _ = if let Some(placed) = placed(&first_line(&refusal)) {
                terminal.error(&placed)
            } else if are_plain {
                refusal.print()
            } else {
                terminal.more(&refusal.render().to_string())
            };
            return if refusal.use_stderr() { Status::Usage } else { Status::Done };
        }
    };
    terminal.limit_reports(args.max_reports);
    terminal.set_colour(args.color);
    match dispatch(&args, &words, terminal) {
        Ok(Outcome::Done) => Status::Done,
        Ok(Outcome::Faults) => Status::Faults,
        // Whoever reads the output has seen enough: `tl dump … | head`.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Status::Done,
        Err(failure) => {
            let failure_text = failure.to_string();
            _ = terminal.error(&placed(&failure_text).unwrap_or(failure_text));
            if matches!(failure, Failure::Schema(_)) { Status::Faults } else { Status::Usage }
        }
    }
}

/// Runs the subcommand.
fn dispatch(
    args: &Args,
    words: &[OsString],
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    match &args.command {
        Command::Generate(args) => generate::command::generate(args, words, terminal),
        Command::Init(args) => init::init(args, terminal),
        Command::Check(args) => check::check(args, terminal),
        Command::Id(args) => id::id(args, terminal),
        Command::Fmt(args) => fmt::fmt(args, terminal),
        Command::Convert(args) => convert::convert(args, terminal),
        Command::Cost(args) => cost::cost(args, terminal),
        Command::Dump(args) => dump::dump(args, terminal),
        Command::Encode(args) => encode::encode(args, terminal),
        Command::Decode(args) => decode::decode(args, terminal),
        Command::Explain(args) => explain::explain(args, terminal),
        Command::Random(args) => random::random(args, terminal),
        Command::Diff(args) => diff::command::diff(args, terminal),
        Command::Merge(args) => merge::command::merge(args, terminal),
        Command::Update(args) => {
            let mut generate =
                |terminal: &mut Terminal<'_>| run(update::command::generate(words), terminal);
            update::command::update(args, &mut generate, terminal)
        }
        Command::Docs(args) => docs::docs(args, terminal),
        Command::Show(args) => show::show(args, terminal),
        Command::Translate(args) => translate::translate(args, terminal),
        #[cfg(feature = "mock")]
        Command::Mock(args) => commands::mock::command::mock(args, terminal),
        Command::Schema(args) => schema::schema(args, terminal),
        Command::Completions(args) => completions::completions(args, Args::command(), terminal),
        Command::Man(args) => man::man(args, Args::command(), terminal),
    }
}

/// What is wrong with the command line and which values are possible, without how to use it.
fn first_line(refusal: &clap::Error) -> String {
    let text = refusal.render().to_string();
    let mut lines = text.lines();
    let first = lines.next().unwrap_or_default().trim_start_matches("error: ").to_owned();
    match lines.next().map(str::trim_start).filter(|line| line.starts_with("[possible values: ")) {
        Some(values) => format!("{first} {values}"),
        None => first,
    }
}
