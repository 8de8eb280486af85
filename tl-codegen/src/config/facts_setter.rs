//! Facts from tables, and links to a reference.

use std::{
    io,
    path::{Path, PathBuf},
};

use typelang_parser::fact_tables::{CALLERS, ERRORS, NULL, SINCE};

use super::{input::text_in, setters::Config};
use crate::{
    facts::tables,
    request::{
        call::Call,
        settings::{Given, Settings},
    },
};

impl Config {
    /// Reads facts from the tables `errors.tsv`, `callers.tsv`, `since.tsv` and `null.tsv` in a folder, if they
    /// exist: which errors methods return, who can call them, since which layer items exist, and which fields
    /// of TDLib's objects may be null. Docs show these facts, `Function::facts` returns them, and a field that
    /// may be null is an `Option`.
    ///
    /// The tables apply to the root's schema. Names that it does not have are ignored, since the tables may
    /// be for another layer. `docs/docs-file.md` describes the format:
    ///
    /// ```text
    /// messages.sendMessage⇥400⇥PEER_ID_INVALID⇥source
    /// ```
    #[track_caller]
    pub fn facts(&mut self, folder: impl Into<PathBuf>) -> &mut Self {
        let folder = folder.into();
        let call = Call::of_one("facts", folder.display());
        self.settings.facts.push((Given::Path(folder), call));
        self
    }

    /// The same as [`Config::facts`] for a table that is in memory; `table` is the name of one of them.
    #[track_caller]
    pub fn facts_text(&mut self, table: impl Into<String>, text: impl Into<String>) -> &mut Self {
        let table = table.into();
        let call = Call::of_several("facts_text", &table);
        self.settings.facts.push((Given::Text(table, text.into()), call));
        self
    }

    /// Links the docs of each constructor, method and type to its page in a reference. In the pattern,
    /// `{name}` is replaced by the TL name, and `{kind}`, which is optional, by `constructor`, `method` or
    /// `type`.
    ///
    /// ```
    /// typelang_codegen::Config::new().docs_url("https://example.org/{kind}/{name}.html");
    /// ```
    #[track_caller]
    pub fn docs_url(&mut self, pattern: impl Into<String>) -> &mut Self {
        let pattern = pattern.into();
        self.settings.called(Call::of_one("docs_url", &pattern));
        self.settings.docs_url = Some(pattern);
        self
    }

    /// Adds the facts of the tables; adds their paths to `read`.
    pub(super) fn read_facts(&self, settings: &mut Settings, read: &mut Vec<PathBuf>) {
        for (given, call) in &self.settings.facts {
            let texts = match given {
                Given::Path(folder) => texts_in(folder, read),
                Given::Text(table, text) => texts_of(table, text),
            };
            if texts.is_empty() {
                let message = format!(
                    "found no table; expected `{ERRORS}`, `{CALLERS}`, `{SINCE}` or `{NULL}`"
                );
                settings.read.mistakes.push(call.mistake(message));
            }
            for TableText { table, place, text } in texts {
                let faults = match text {
                    Ok(text) => tables::read(&mut settings.read.facts, table, &text),
                    Err(error) => vec![error.to_string()],
                };
                let told = faults.into_iter().map(|fault| format!("{place}: {fault}"));
                settings.read.mistakes.extend(told.map(|fault| call.mistake(fault)));
            }
        }
    }
}

/// All tables.
const TABLES: [&str; 4] = [ERRORS, CALLERS, SINCE, NULL];

/// A table's name, what messages call it, and its text, or why it cannot be read.
struct TableText {
    table: &'static str,
    place: String,
    text: io::Result<String>,
}

/// The tables in a folder; `read` gets their names.
fn texts_in(folder: &Path, read: &mut Vec<PathBuf>) -> Vec<TableText> {
    let mut texts = Vec::new();
    for table in TABLES {
        let path = folder.join(table);
        if path.exists() {
            read.push(path.clone());
            let place = path.display().to_string();
            texts.push(TableText { table, place, text: text_in(&path) });
        }
    }
    texts
}

/// The table of a name, if there is one.
fn texts_of(name: &str, text: &str) -> Vec<TableText> {
    let table = TABLES.into_iter().find(|table| *table == name);
    let of = |table| TableText { table, place: name.to_owned(), text: Ok(text.to_owned()) };
    table.map(of).into_iter().collect()
}
