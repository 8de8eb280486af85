//! Docs from files of their own.

use std::path::PathBuf;

use typelang_parser::docs_file;

use super::{input::read_text, setters::Config};
use crate::{
    error::Error,
    request::{call::Call, schema_settings, settings::Settings},
};

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
        let call = Call::of_one("docs", path.display());
        self.settings.docs.push((path, call));
        self
    }

    /// The settings for the root's schema.
    pub(crate) fn settings(&self) -> Settings {
        schema_settings::of_root(&self.settings)
    }

    /// The same with what the docs files say; `read` gets their names.
    pub(super) fn settings_with_docs(&self, read: &mut Vec<PathBuf>) -> Result<Settings, Error> {
        let mut settings = self.settings();
        // The names of all files first, so that a fault in one does not hide the others from cargo.
        read.extend(settings.docs.iter().map(|(path, _)| path.clone()));
        for (path, call) in &settings.docs {
            match docs_file::parse(&path.display().to_string(), &read_text(path)?) {
                Ok(file) => settings.read.docs.push(file),
                Err(faults) => {
                    let faults = faults.into_iter().map(|fault| call.mistake(fault));
                    settings.read.mistakes.extend(faults);
                }
            }
        }
        self.read_facts(&mut settings, read)?;
        Ok(settings)
    }
}
