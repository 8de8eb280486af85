//! Docs from separate files.

use std::path::PathBuf;

use typelang_parser::docs_file::{self, DocsFile};

use super::{input::text_in, setters::Config};
use crate::request::{
    call::Call,
    schema_settings,
    settings::{Given, Settings},
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
    /// The schemas of modules take their items' text from the same files. Names that no schema has are warnings, since such a
    /// file may be of another layer.
    #[track_caller]
    pub fn docs(&mut self, path: impl Into<PathBuf>) -> &mut Self {
        let path = path.into();
        let call = Call::of_one("docs", path.display());
        self.settings.docs.push((Given::Path(path), call));
        self
    }

    /// The same as [`Config::docs`] for a docs file that is in memory; messages call it `name`.
    #[track_caller]
    pub fn docs_text(&mut self, name: impl Into<String>, text: impl Into<String>) -> &mut Self {
        let name = name.into();
        let call = Call::of_several("docs_text", &name);
        self.settings.docs.push((Given::Text(name, text.into()), call));
        self
    }

    /// Returns the settings for the root's schema.
    pub(crate) fn settings(&self) -> Settings {
        schema_settings::of_root(&self.settings)
    }

    /// Returns the settings including the docs files; adds their paths to `read`. A file that cannot be read is a
    /// mistake, so that all of them are reported.
    pub(super) fn settings_with_docs(&self, read: &mut Vec<PathBuf>) -> Settings {
        let mut settings = self.settings();
        // The names of all files first, so that a fault in one does not hide the others from cargo.
        let path = |(given, _): &(Given, Call)| match given {
            Given::Path(path) => Some(path.clone()),
            Given::Text(..) => None,
        };
        read.extend(settings.docs.iter().filter_map(path));
        for (given, call) in &settings.docs {
            match docs_of(given) {
                Ok(file) => settings.read.docs.push(file),
                Err(faults) => {
                    let faults = faults.into_iter().map(|fault| call.mistake(fault));
                    settings.read.mistakes.extend(faults);
                }
            }
        }
        self.read_facts(&mut settings, read);
        settings
    }
}

/// The docs of a file, or what is wrong with it.
fn docs_of(given: &Given) -> Result<DocsFile, Vec<String>> {
    match given {
        Given::Path(path) => {
            let text = text_in(path).map_err(|error| vec![error.to_string()])?;
            docs_file::parse(&path.display().to_string(), &text)
        }
        Given::Text(name, text) => docs_file::parse(name, text),
    }
}
