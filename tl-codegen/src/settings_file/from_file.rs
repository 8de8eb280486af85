//! The settings of a build script, from a file.

use std::path::{Path, PathBuf};

use super::{
    apply::{Resolve, apply},
    read::SettingsFile,
};
use crate::{
    config::setters::Config,
    error::Error,
    output::Written,
    request::call::{Call, FilePlace},
};

/// The settings of a file, for a build script.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct FromFile {
    /// The settings; add more with its setters.
    pub config: Config,
    /// The files of the root's schema.
    pub schemas: Vec<PathBuf>,
    /// Where the command writes; a build script writes to `OUT_DIR`.
    pub out: Option<PathBuf>,
    pub(super) root_file: Option<(String, FilePlace)>,
    /// Whether `out` is a crate, whose code is in `src`.
    pub(super) is_crate: bool,
    modules: Vec<(String, Vec<PathBuf>, FilePlace)>,
}

impl Config {
    /// Reads the settings of a file such as `tl.toml`. Its paths are relative to its folder.
    ///
    /// ```no_run
    /// fn main() -> Result<(), typelang_codegen::Error> {
    ///     typelang_codegen::Config::from_file("tl.toml")?.compile()?;
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    /// Returns [`Error::Io`] if the file cannot be read, or [`Error::Config`] with all of its faults. Schemas are read later:
    /// if one cannot be read, [`Config::compile`] returns [`Error::Settings`] with the place of its name.
    pub fn from_file(path: impl AsRef<Path>) -> Result<FromFile, Error> {
        let path = path.as_ref();
        let folder = path.parent().unwrap_or_else(|| Path::new("")).to_owned();
        SettingsFile::read(path)?.to_config(|inner| folder.join(inner))
    }
}

impl SettingsFile {
    /// Makes the settings; `resolve` finds the paths of the file.
    ///
    /// # Errors
    /// Returns [`Error::Config`] with all values that are not valid.
    pub fn to_config(&self, resolve: impl Fn(&Path) -> PathBuf) -> Result<FromFile, Error> {
        let resolve: &Resolve<'_> = &resolve;
        let mut made = FromFile {
            config: Config::new(),
            schemas: Vec::new(),
            out: None,
            root_file: None,
            is_crate: false,
            modules: Vec::new(),
        };
        made.config.settings_file.clone_from(&self.path);
        let mut faults = Vec::new();
        for entry in self.entries() {
            if let Err(what) = apply(&mut made, entry, resolve) {
                faults.push(format!("{}: `{}`: {what}", entry.place(), entry.key()));
            }
            made.config.settings.place_calls(&entry.place);
        }
        if made.schemas.is_empty() {
            faults.push(format!("{}: name a schema: `schemas = [\"api.tl\"]`", self.name));
        }
        if !faults.is_empty() {
            return Err(Error::Config { message: faults.join("\n") });
        }
        for (name, files, place) in core::mem::take(&mut made.modules) {
            made.config.module(name, &files);
            made.config.settings.place_calls(&place);
        }
        Ok(made)
    }
}

impl FromFile {
    /// Compiles the schemas; see [`Config::compile`].
    ///
    /// # Errors
    /// See [`Config::compile`].
    pub fn compile(&self) -> Result<Written, Error> {
        self.config.compile(&self.schemas)
    }

    /// Returns the settings for the folder `out` of the file, in which `tl generate` writes.
    ///
    /// # Errors
    /// Returns [`Error::Config`] if the file names no folder.
    pub fn committed(&self) -> Result<Config, Error> {
        let Some(out) = &self.out else {
            return Err(Error::Config {
                message: "the settings do not name the folder `out`".into(),
            });
        };
        let mut config = self.config.clone();
        let (dir, root) =
            if self.is_crate { (out.join("src"), "lib.rs") } else { (out.clone(), "mod.rs") };
        config.out_dir(dir);
        match &self.root_file {
            Some((name, place)) => {
                config.root_file(name);
                config.settings.place_calls(place);
            }
            None => _ = config.root_file(root),
        }
        Ok(config)
    }

    /// Remembers where the file is named, in case that it cannot be read.
    pub(super) fn name_file(&mut self, key: &'static str, file: PathBuf, place: &FilePlace) {
        let call = Call::of_key(key, file.display(), place);
        self.config.named_files.push((file, call));
    }

    /// Adds a file to a module; several are read as one schema.
    pub(super) fn add_module(&mut self, name: &str, file: PathBuf, place: &FilePlace) {
        match self.modules.iter_mut().find(|(known, ..)| known == name) {
            Some((_, files, _)) => files.push(file),
            None => self.modules.push((name.to_owned(), vec![file], place.clone())),
        }
    }
}
