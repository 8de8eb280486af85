//! `tl.toml`: flags of `tl generate`, kept in a file.
//!
//! A key is a flag without its dashes, and `schemas` are the arguments, so that a new flag is a new key. The flags of the
//! command line replace the keys of the same name.

use std::{ffi::OsString, fs, io, ops::Range};

use clap::{Arg, ArgAction, ArgMatches, Command, parser::ValueSource};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use typelang_parser::Lines;

use crate::shared::{outcome::Failure, suggestion::suggestion};

/// What the file is called; it is looked for in the current folder.
pub(crate) const FILE: &str = "tl.toml";

/// Flags that are no settings.
const NO_KEYS: [&str; 2] = ["check", "help"];

/// The settings that apply to a command line.
#[derive(Debug)]
pub(crate) struct SettingsFile {
    text: String,
    words: Vec<Word>,
}

/// A flag, or an argument for the key `schemas`.
#[derive(Debug)]
struct Word {
    key: String,
    is_flag: bool,
    value: Option<String>,
    /// Where it is in the file.
    place: Range<usize>,
}

/// What is wrong at a place of the file.
type Fault = (Range<usize>, String);

/// Reads the file if the command line is that of `tl generate` and the current folder has one.
///
/// # Errors
/// When the file cannot be read, or holds what is no setting.
pub(crate) fn settings_file(
    words: &[OsString],
    command: &Command,
) -> Result<Option<SettingsFile>, Failure> {
    let matches = command.clone().ignore_errors(true).try_get_matches_from(words);
    let Some(("generate", given)) = matches.as_ref().ok().and_then(ArgMatches::subcommand) else {
        return Ok(None);
    };
    let Some(text) = text()? else { return Ok(None) };
    let flags = command.find_subcommand("generate").map(args_of).unwrap_or_default();
    let (mut words, faults) = read(&text, &flags);
    if !faults.is_empty() {
        return Err(failure(&text, &faults));
    }
    words.retain(|word| !is_given(word, &flags, given));
    Ok(Some(SettingsFile { text, words }))
}

/// What the file holds, if there is one.
fn text() -> Result<Option<String>, Failure> {
    match fs::read_to_string(FILE) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::io("read", FILE)(error)),
    }
}

/// All faults, each with its place.
fn failure(text: &str, faults: &[Fault]) -> Failure {
    let line = |(place, what): &Fault| format!("{}: {what}", at(text, place));
    Failure::Usage(faults.iter().map(line).collect::<Vec<_>>().join("\n"))
}

/// Whether the command line has the flag of a setting.
fn is_given(word: &Word, flags: &[Arg], given: &ArgMatches) -> bool {
    let arg = flags.iter().find(|arg| key_of(arg) == Some(word.key.as_str()));
    let source = arg.and_then(|arg| given.value_source(arg.get_id().as_str()));
    source == Some(ValueSource::CommandLine)
}

impl SettingsFile {
    /// The command line with these settings in it.
    pub(crate) fn expanded(&self, words: &[OsString]) -> Vec<OsString> {
        let end = words.iter().position(|word| word == "generate").map_or(words.len(), |at| at + 1);
        let mut all = words[..end].to_vec();
        all.extend(self.words.iter().map(Word::spelled));
        all.extend_from_slice(&words[end..]);
        all
    }

    /// The message with the places of the settings that its lines begin with, or `None` if it is about none.
    pub(crate) fn placed(&self, message: &str) -> Option<String> {
        let mut is_placed = false;
        let lines = message.lines().map(|line| match self.word_of(line) {
            Some(word) => {
                is_placed = true;
                format!("{}: {}", at(&self.text, &word.place), line.replacen("--", "", 1))
            }
            None => line.to_owned(),
        });
        let placed = lines.collect::<Vec<_>>().join("\n");
        is_placed.then_some(placed)
    }

    /// The setting that a line is about: its flag is named, and its value if it has several.
    fn word_of(&self, line: &str) -> Option<&Word> {
        let (key, rest) = flag_in(line)?;
        let about = || self.words.iter().filter(|word| word.is_flag && word.key == key);
        let is_named = |word: &&Word| !word.selector().is_empty() && rest.contains(word.selector());
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

impl Word {
    /// What the setting is for, in `NAME=VALUE`; else its value.
    fn selector(&self) -> &str {
        let value = self.value.as_deref().unwrap_or_default();
        value.split('=').next().unwrap_or_default()
    }

    fn spelled(&self) -> OsString {
        match (&self.value, self.is_flag) {
            (Some(value), true) => format!("--{}={value}", self.key).into(),
            (None, _) => format!("--{}", self.key).into(),
            // A file, also if it is called like a flag.
            (Some(value), false) if value.starts_with('-') => format!("./{value}").into(),
            (Some(value), false) => value.into(),
        }
    }
}

/// The flags and the arguments that have keys.
fn args_of(command: &Command) -> Vec<Arg> {
    let is_setting =
        |arg: &&Arg| !arg.is_global_set() && key_of(arg).is_some_and(|key| !NO_KEYS.contains(&key));
    command.get_arguments().filter(is_setting).cloned().collect()
}

fn key_of(arg: &Arg) -> Option<&str> {
    arg.get_long().or_else(|| arg.is_positional().then(|| arg.get_id().as_str()))
}

/// `tl.toml:3:1`
fn at(text: &str, place: &Range<usize>) -> String {
    let offset = u32::try_from(place.start).unwrap_or(u32::MAX);
    let position = Lines::new(text).position(offset);
    format!("{FILE}:{}:{}", position.line, position.column)
}

/// The settings in the order of the file, and what is none.
fn read(text: &str, args: &[Arg]) -> (Vec<Word>, Vec<Fault>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let place = error.span().unwrap_or_default();
            return (Vec::new(), vec![(place, error.message().to_owned())]);
        }
    };
    let (mut words, mut faults) = (Vec::new(), Vec::new());
    for (key, value) in &table {
        let name: &str = key.get_ref();
        let Some(arg) = args.iter().find(|arg| key_of(arg) == Some(name)) else {
            faults.push((key.span(), unknown(name, args)));
            continue;
        };
        match values(arg, value, &key.span()) {
            Ok(values) => words.extend(values.into_iter().map(|value| word(arg, name, value))),
            Err((place, what)) => faults.push((place, format!("`{name}`: {what}"))),
        }
    }
    words.sort_by_key(|word| word.place.start);
    faults.sort_by_key(|(place, _)| place.start);
    (words, faults)
}

fn unknown(name: &str, args: &[Arg]) -> String {
    let near = suggestion(name, args.iter().filter_map(key_of));
    format!("unknown key `{name}`{near}")
}

fn word(arg: &Arg, key: &str, (place, value): Value) -> Word {
    Word { key: key.to_owned(), is_flag: arg.get_long().is_some(), value, place }
}

/// A value and its place; a flag alone has none.
type Value = (Range<usize>, Option<String>);

fn values(
    arg: &Arg,
    value: &Spanned<DeValue<'_>>,
    key: &Range<usize>,
) -> Result<Vec<Value>, Fault> {
    let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
    let is_list = matches!(arg.get_action(), ArgAction::Append);
    match value.get_ref() {
        DeValue::Boolean(is_on) if is_switch || may_be_alone(arg) => {
            Ok(if *is_on { vec![(key.clone(), None)] } else { Vec::new() })
        }
        _ if is_switch => {
            let found = value.get_ref().type_str();
            Err((value.span(), format!("expected `true` or `false`, found {found}")))
        }
        DeValue::Array(items) if is_list => items.iter().map(scalar).collect(),
        DeValue::Table(entries) if is_list && has_pairs(arg) => pairs(entries),
        _ => Ok(vec![scalar(value)?]),
    }
}

/// Whether the flag may have no value.
fn may_be_alone(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|count| count.min_values() == 0)
}

/// Whether the flag takes `NAME=VALUE`.
fn has_pairs(arg: &Arg) -> bool {
    arg.get_value_names().is_some_and(|names| names.iter().any(|name| name.contains('=')))
}

/// `NAME = VALUE` or `NAME = [VALUE, …]`, as the flag takes them.
fn pairs(entries: &DeTable<'_>) -> Result<Vec<Value>, Fault> {
    let mut values = Vec::new();
    for (name, value) in entries {
        let items: Vec<Value> = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(scalar).collect::<Result<_, _>>()?,
            _ => vec![scalar(value)?],
        };
        let pair = |text: Option<String>| text.map(|text| format!("{}={text}", name.get_ref()));
        values.extend(items.into_iter().map(|(place, text)| (place, pair(text))));
    }
    Ok(values)
}

fn scalar(value: &Spanned<DeValue<'_>>) -> Result<Value, Fault> {
    match value.get_ref() {
        DeValue::String(text) => Ok((value.span(), Some(text.clone().into_owned()))),
        DeValue::Integer(number) if number.radix() == 10 => {
            Ok((value.span(), Some(number.as_str().to_owned())))
        }
        other => Err((value.span(), format!("expected a string, found {}", other.type_str()))),
    }
}
