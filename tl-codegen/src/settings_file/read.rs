//! Reads a settings file.

use core::fmt;
use std::{
    ops::Range,
    path::{Path, PathBuf},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};
use typelang_parser::Lines;

use super::keys::{KEYS, Kind, kind_of};
use crate::{config::input::text_in, error::Error, request::call::FilePlace};

/// The settings of a file such as `tl.toml`, in the order of the file.
///
/// A key is a flag of `tl generate` without its dashes, and `schemas` are its arguments; `manifest` is for `tl update`. A flag that takes `NAME=VALUE` may be
/// a table, and one that may be repeated a list.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    pub(super) name: String,
    /// The file, if it is one.
    pub(super) path: Option<PathBuf>,
    entries: Vec<Entry>,
}

/// One value of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    key: String,
    value: Option<String>,
    pub(super) place: FilePlace,
}

impl Entry {
    /// Returns the key.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Returns the value; `NAME=VALUE` for an entry of a table, and `None` for `true`.
    #[must_use]
    pub fn value(&self) -> Option<&str> {
        self.value.as_deref()
    }

    /// Returns file, line and column of the value.
    #[must_use]
    pub fn place(&self) -> impl fmt::Display + '_ {
        &self.place
    }
}

impl SettingsFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Returns [`Error::Io`] if the file cannot be read, or any error of [`SettingsFile::parse`].
    pub fn read(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let file =
            Self::parse(&path.display().to_string(), &text_in(path).map_err(Error::io(path))?)?;
        Ok(Self { path: Some(path.to_owned()), ..file })
    }

    /// Reads the text of a file; messages call it `name`.
    ///
    /// # Errors
    /// Returns [`Error::Config`] with all faults: text that is not TOML, unknown keys, and values of the wrong type. Each
    /// has its place.
    pub fn parse(name: &str, text: &str) -> Result<Self, Error> {
        let lines = Lines::new(text);
        let place = |range: &Range<usize>| {
            let at = lines.position(u32::try_from(range.start).unwrap_or(u32::MAX));
            FilePlace { file: name.into(), line: at.line, column: at.column }
        };
        let (mut values, mut faults) = values_of(text);
        if faults.is_empty() {
            values.sort_by_key(|(_, (range, _))| range.start);
            let entry = |(key, (range, value)): (String, Value)| {
                let place = place(&range);
                Entry { key, value, place }
            };
            let entries = values.into_iter().map(entry).collect();
            return Ok(Self { name: name.to_owned(), path: None, entries });
        }
        faults.sort_by_key(|(range, _)| range.start);
        let faults = faults.iter().map(|(range, what)| format!("{}: {what}", place(range)));
        Err(Error::Config { message: faults.collect::<Vec<_>>().join("\n") })
    }

    /// Returns all values.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns all keys that a file may have, and what they take.
    pub fn keys() -> impl Iterator<Item = (&'static str, Kind)> {
        KEYS.into_iter()
    }
}

/// A value and its place; `true` has none.
type Value = (Range<usize>, Option<String>);

/// What is wrong at a place.
type Fault = (Range<usize>, String);

/// Returns the values with their keys, and the faults.
fn values_of(text: &str) -> (Vec<(String, Value)>, Vec<Fault>) {
    let table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            let place = error.span().unwrap_or_default();
            return (Vec::new(), vec![(place, error.message().to_owned())]);
        }
    };
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for (key, value) in &table {
        let name: &str = key.get_ref();
        let found = kind_of(name).map_err(|what| (key.span(), what)).and_then(|kind| {
            let fault = |(place, what)| (place, format!("`{name}`: {what}"));
            values(kind, value, &key.span()).map_err(fault)
        });
        match found {
            Ok(values) => all.extend(values.into_iter().map(|value| (name.to_owned(), value))),
            Err(fault) => faults.push(fault),
        }
    }
    (all, faults)
}

fn values(
    kind: Kind,
    value: &Spanned<DeValue<'_>>,
    key: &Range<usize>,
) -> Result<Vec<Value>, Fault> {
    match (kind, value.get_ref()) {
        (Kind::Switch | Kind::SwitchOrText, DeValue::Boolean(is_on)) => {
            Ok(if *is_on { vec![(key.clone(), None)] } else { Vec::new() })
        }
        (Kind::Switch, other) => {
            let found = other.type_str();
            Err((value.span(), format!("expected `true` or `false`, found {found}")))
        }
        (Kind::List | Kind::Pairs, DeValue::Array(items)) => items.iter().map(scalar).collect(),
        (Kind::Pairs, DeValue::Table(entries)) => pairs(entries),
        _ => Ok(vec![scalar(value)?]),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_in_the_order_of_the_file() {
        let text = "serde = true\nonly = ['a', 'b']\nenum-limit = 64\nborrowed = false\n[module]\nm = ['x', 'y']\n";
        let file = SettingsFile::parse("tl.toml", text).unwrap();
        let entries = file.entries().iter();
        let entries = entries.map(|it| (it.key(), it.value(), it.place().to_string()));
        let want = [
            ("serde", None, "tl.toml:1:1"),
            ("only", Some("a"), "tl.toml:2:9"),
            ("only", Some("b"), "tl.toml:2:14"),
            ("enum-limit", Some("64"), "tl.toml:3:14"),
            ("module", Some("m=x"), "tl.toml:6:6"),
            ("module", Some("m=y"), "tl.toml:6:11"),
        ];
        assert_eq!(entries.collect::<Vec<_>>(), want.map(|(a, b, at)| (a, b, at.to_owned())));
    }

    #[test]
    fn all_faults_have_their_places() {
        let text =
            "ony = 1\nserde = 2.5\nborrowed = 'no'\nonly = [1, true]\nderive = { a = [{}] }\n";
        let error = SettingsFile::parse("tl.toml", text).unwrap_err().to_string();
        let want = "\
tl.toml:1:1: unknown key `ony`; did you mean `only`?
tl.toml:2:9: `serde`: expected a string, found float
tl.toml:3:12: `borrowed`: expected `true` or `false`, found string
tl.toml:4:12: `only`: expected a string, found boolean
tl.toml:5:17: `derive`: expected a string, found table";
        assert_eq!(error, want);
        let error = SettingsFile::parse("a", "only = [").unwrap_err().to_string();
        assert!(error.starts_with("a:1:9: "), "{error}");
    }
}
