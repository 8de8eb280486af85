//! Docs from files of their own.

use std::path::PathBuf;

use typelang_parser::Sources;

use super::{Config, Set, input::read_text};
use crate::{Error, call::Call, docs_file, plan::build::Wishes};

impl Config {
    /// Takes docs from a file beside the schema: text for items and fields by their TL names, and for methods who may call them
    /// and which errors they give. It comes before what the schema's comments say; of several files the last one's word counts.
    ///
    /// The format is lines of text under a heading for each item, described in `docs/docs-file.md`:
    ///
    /// ```text
    /// [messages.sendMessage]
    /// Sends a message.
    /// .peer Where it goes
    /// @callers users bots
    /// @error 400 PEER_ID_INVALID There is no such peer.
    /// ```
    ///
    /// Names that the schema does not have are warnings, since such a file may be of another layer than the schema.
    #[track_caller]
    pub fn docs(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        let path = path.into();
        self.docs.push(Set { call: Call::of_one("docs", path.display()), value: path });
        self
    }

    /// The names in files of [`Config::docs`] that the schema does not have, a line each; [`Config::compile`] has cargo show
    /// them.
    ///
    /// # Errors
    /// When a file cannot be read. What else is wrong, with a file or the schema, [`Config::generate`] tells.
    pub fn unmatched_docs(&self, sources: &Sources) -> Result<Vec<String>, Error> {
        let wishes = self.wishes_with_docs(&mut Vec::new())?;
        let options = typelang_parser::Options { dialect: self.dialect, ..Default::default() };
        let mut checked = typelang_parser::check(sources, &options);
        Ok(docs_file::apply(&mut checked.schema, &wishes.docs).1)
    }

    /// The settings, and what the docs files say; `read` gets their names.
    pub(super) fn wishes_with_docs(&self, read: &mut Vec<PathBuf>) -> Result<Wishes, Error> {
        // The names of all files first, so that a fault in one does not hide the others from cargo.
        read.extend(self.docs.iter().map(|set| set.value.clone()));
        let mut wishes = self.wishes();
        for Set { call, value: path } in &self.docs {
            match docs_file::parse(&path.display().to_string(), &read_text(path)?) {
                Ok(file) => wishes.docs.push(file),
                Err(faults) => {
                    wishes.mistakes.extend(faults.into_iter().map(|fault| call.mistake(fault)));
                }
            }
        }
        Ok(wishes)
    }
}
