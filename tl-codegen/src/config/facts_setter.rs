//! Facts from tables, and the address of a reference.

use std::path::{Path, PathBuf};

use super::{input::read_text, setters::Config};
use crate::{
    error::Error,
    facts::tables::{self, CALLERS, ERRORS, SINCE},
    request::{call::Call, settings::Settings},
};

impl Config {
    /// Takes facts from the tables `errors.tsv`, `callers.tsv` and `since.tsv` of a folder, as many as there are: which errors
    /// methods return, who can call them, and since which layer items exist. Docs show them, and `Function::ERRORS` has the
    /// errors.
    ///
    /// The tables are for the schema of the root. Names that it does not have are ignored, since tables may be of another layer.
    /// `docs/docs-file.md` describes them:
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

    /// Links the docs of each constructor, method and type to its page of a reference. In the pattern, `{name}` is where the TL
    /// name belongs, and `{kind}` where the word `constructor`, `method` or `type` does, if the pattern has it.
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

    /// Adds what the tables say; `read` gets their names.
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
                    format!("no table is there; write `{ERRORS}`, `{CALLERS}` or `{SINCE}`");
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
