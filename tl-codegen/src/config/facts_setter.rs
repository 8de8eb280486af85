//! Facts from tables, and links to a reference.

use std::path::{Path, PathBuf};

use super::{input::read_text, setters::Config};
use crate::{
    error::Error,
    facts::tables::{self, CALLERS, ERRORS, SINCE},
    request::{call::Call, settings::Settings},
};

impl Config {
    /// Reads facts from the tables `errors.tsv`, `callers.tsv` and `since.tsv` in a folder, if they exist:
    /// which errors methods return, who can call them, and since which layer items exist. Docs show these
    /// facts, and `Function::ERRORS` lists the errors.
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
        self.settings.facts.push((folder, call));
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
    pub(super) fn read_facts(
        &self,
        settings: &mut Settings,
        read: &mut Vec<PathBuf>,
    ) -> Result<(), Error> {
        for (folder, call) in &self.settings.facts {
            let files = [ERRORS, CALLERS, SINCE].map(|file| (file, folder.join(file)));
            let files: Vec<_> = files.into_iter().filter(|(_, path)| path.exists()).collect();
            if files.is_empty() {
                let message =
                    format!("the folder has no table; write `{ERRORS}`, `{CALLERS}` or `{SINCE}`");
                settings.read.mistakes.push(call.mistake(message));
            }
            for (file, path) in files {
                read.push(path.clone());
                let faults = tables::read(&mut settings.read.facts, file, &read_text(&path)?);
                let told = faults.into_iter().map(|fault| format!("{}: {fault}", shown(&path)));
                settings.read.mistakes.extend(told.map(|fault| call.mistake(fault)));
            }
        }
        Ok(())
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
