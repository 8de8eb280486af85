//! Docs from separate files.

use std::path::PathBuf;

use typelang_parser::docs_file;

use super::{input::read_text, setters::Config};
use crate::{
    error::Error,
    request::{call::Call, schema_settings, settings::Settings},
};

impl Config {
    /// Reads docs from a file beside the schema: text for items and fields, by TL name, and for methods also
    /// who may call them and which errors they return. It overrides the schema's comments; if several files
    /// document the same name, the last one wins.
    ///
    /// The format has a heading for each item with lines of text below it; `docs/docs-file.md` describes it:
    ///
    /// ```text
    /// [messages.sendMessage]
    /// Sends a message.
    /// .peer Where it goes
    /// @callers users bots
    /// @error 400 PEER_ID_INVALID There is no such peer.
    /// ```
    ///
    /// Names that the schema does not have are reported as warnings, since the file may be for another layer.
    #[track_caller]
    pub fn docs(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        let path = path.into();
        let call = Call::of_one("docs", path.display());
        self.settings.docs.push((path, call));
        self
    }

    /// Returns the settings for the root's schema.
    pub(crate) fn settings(&self) -> Settings {
        schema_settings::of_root(&self.settings)
    }

    /// Returns the settings including the docs files; adds their paths to `read`.
    pub(super) fn settings_with_docs(&self, read: &mut Vec<PathBuf>) -> Result<Settings, Error> {
        let mut settings = self.settings();
        // The paths of all files come first, so that cargo learns of every file even if one has a fault.
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
