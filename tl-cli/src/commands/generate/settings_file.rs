//! `tl.toml`: flags of `tl generate`, kept in a file.
//!
//! The flags of the command line replace the keys of the same name. `typelang-codegen` reads the file.

use std::{ffi::OsString, path::Path};

use clap::{Arg, ArgMatches, Command, parser::ValueSource};
use typelang_codegen::{Entry, SettingsFile};

use crate::shared::{outcome::Failure, text};

/// What the file is called; it is looked for in the current folder.
pub(crate) const FILE: &str = "tl.toml";

/// The key of the arguments; all other keys but one are flags.
const SCHEMAS: &str = "schemas";

/// The key of the `Cargo.toml` in which `tl update` sets the version.
pub(crate) const MANIFEST: &str = "manifest";

/// The settings that apply to a command line.
#[derive(Debug)]
pub(crate) struct Settings {
    entries: Vec<Entry>,
}

/// Reads the file if the command line is that of `tl generate` and the current folder has one.
///
/// # Errors
/// When the file cannot be read, or holds what is no setting.
pub(crate) fn settings(words: &[OsString], command: &Command) -> Result<Option<Settings>, Failure> {
    let matches = command.clone().ignore_errors(true).try_get_matches_from(words);
    let Some(("generate", given)) = matches.as_ref().ok().and_then(ArgMatches::subcommand) else {
        return Ok(None);
    };
    let Some(text) = text::read_if_there(Path::new(FILE))? else { return Ok(None) };
    let args = command.find_subcommand("generate").map(args_of).unwrap_or_default();
    let entries = SettingsFile::parse(FILE, &text)?.entries().to_vec();
    let is_open = |entry: &Entry| entry.key() != MANIFEST && !is_given(entry, &args, given);
    let entries = entries.into_iter().filter(is_open).collect();
    Ok(Some(Settings { entries }))
}

/// Whether the command line has the flag of a setting.
fn is_given(entry: &Entry, args: &[Arg], given: &ArgMatches) -> bool {
    let arg = args.iter().find(|arg| key_of(arg) == Some(entry.key()));
    let source = arg.and_then(|arg| given.value_source(arg.get_id().as_str()));
    source == Some(ValueSource::CommandLine)
}

impl Settings {
    /// The command line with these settings in it.
    pub(crate) fn expanded(&self, words: &[OsString]) -> Vec<OsString> {
        let end = words.iter().position(|word| word == "generate").map_or(words.len(), |at| at + 1);
        let mut all = words[..end].to_vec();
        all.extend(self.entries.iter().map(spelled));
        all.extend_from_slice(&words[end..]);
        all
    }

    /// The message with the places of the settings that its lines begin with, or `None` if it is about none.
    pub(crate) fn placed(&self, message: &str) -> Option<String> {
        let mut is_placed = false;
        let lines = message.lines().map(|line| match self.entry_of(line) {
            Some(entry) => {
                is_placed = true;
                format!("{}: {}", entry.place(), line.replacen("--", "", 1))
            }
            None => line.to_owned(),
        });
        let placed = lines.collect::<Vec<_>>().join("\n");
        is_placed.then_some(placed)
    }

    /// The setting that a line is about: its flag is named, and its value if it has several; or the line begins with its
    /// file.
    fn entry_of(&self, line: &str) -> Option<&Entry> {
        let begins = |entry: &&Entry| {
            file(entry)
                .is_some_and(|it| line.strip_prefix(it).is_some_and(|at| at.starts_with(": ")))
        };
        if let Some(entry) = self.entries.iter().find(begins) {
            return Some(entry);
        }
        let (key, rest) = flag_in(line)?;
        let about = || self.entries.iter().filter(|entry| entry.key() == key && key != SCHEMAS);
        let is_named =
            |entry: &&Entry| !selector(entry).is_empty() && rest.contains(selector(entry));
        about().find(is_named).or_else(|| about().next())
    }
}

/// The first flag that a line names, and what follows it.
fn flag_in(line: &str) -> Option<(&str, &str)> {
    let rest = line.split_once("--")?.1;
    let is_key = |char: char| char.is_ascii_alphanumeric() || char == '-';
    let end = rest.find(|char| !is_key(char)).unwrap_or(rest.len());
    Some(rest.split_at(end))
}

/// The file of a setting, if it is one.
fn file(entry: &Entry) -> Option<&str> {
    match entry.key() {
        SCHEMAS | "docs" | "facts" => entry.value(),
        "module" => entry.value()?.split_once('=').map(|(_, file)| file),
        _ => None,
    }
}

/// What the setting is for, in `NAME=VALUE`; else its value.
fn selector(entry: &Entry) -> &str {
    entry.value().unwrap_or_default().split('=').next().unwrap_or_default()
}

/// The setting as a word of the command line.
fn spelled(entry: &Entry) -> OsString {
    let key = entry.key();
    match entry.value() {
        // A file, also if it is called like a flag.
        Some(value) if key == SCHEMAS && value.starts_with('-') => format!("./{value}").into(),
        Some(value) if key == SCHEMAS => value.into(),
        Some(value) => format!("--{key}={value}").into(),
        None => format!("--{key}").into(),
    }
}

/// The flags and the arguments that have keys.
fn args_of(command: &Command) -> Vec<Arg> {
    let is_setting = |arg: &&Arg| !arg.is_global_set() && key_of(arg).is_some();
    command.get_arguments().filter(is_setting).cloned().collect()
}

fn key_of(arg: &Arg) -> Option<&str> {
    arg.get_long().or_else(|| arg.is_positional().then(|| arg.get_id().as_str()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use clap::{ArgAction, CommandFactory};
    use typelang_codegen::Kind;

    use super::*;
    use crate::args::Args;

    /// What a flag takes, as the file may spell it.
    fn kind(arg: &Arg) -> Kind {
        let has_pairs = |arg: &Arg| {
            arg.get_value_names().is_some_and(|all| all.iter().any(|name| name.contains('=')))
        };
        let may_be_alone = arg.get_num_args().is_some_and(|count| count.min_values() == 0);
        match arg.get_action() {
            ArgAction::SetTrue => Kind::Switch,
            ArgAction::Append if has_pairs(arg) => Kind::Pairs,
            ArgAction::Append => Kind::List,
            _ if may_be_alone => Kind::SwitchOrText,
            _ => Kind::Text,
        }
    }

    #[test]
    fn every_flag_is_a_key_and_every_key_a_flag() {
        let mut command = Args::command();
        command.build();
        let args = command.find_subcommand("generate").map(args_of).unwrap_or_default();
        let is_setting = |arg: &&Arg| !["check", "help"].map(Some).contains(&key_of(arg));
        let flags: BTreeMap<&str, Kind> = args
            .iter()
            .filter(is_setting)
            .filter_map(|arg| Some((key_of(arg)?, kind(arg))))
            .collect();
        let keys = SettingsFile::keys().filter(|(key, _)| *key != MANIFEST);
        let keys: BTreeMap<&str, Kind> = keys.collect();
        assert_eq!(flags, keys);
    }
}
