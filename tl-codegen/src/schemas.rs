//! Schemas that are parsed and checked once and used several times.

use typelang_parser::{Checked, Options, Sources, check};

use crate::request::settings::Settings;

/// A checked schema and its text.
#[derive(Clone, Debug)]
pub(crate) struct ReadSchema {
    pub(crate) sources: Sources,
    pub(crate) checked: Checked,
}

impl ReadSchema {
    /// Parses and checks a schema.
    pub(crate) fn new(sources: Sources, settings: &Settings) -> Self {
        let options = Options { dialect: settings.dialect, ..Options::default() };
        let checked = check(&sources, &options);
        Self { sources, checked }
    }
}

/// The parsed and checked schemas of one generation; returned by [`Config::schemas`](crate::Config::schemas).
#[derive(Clone, Debug)]
pub struct Schemas {
    pub(crate) root: ReadSchema,
    pub(crate) modules: Vec<(String, ReadSchema)>,
}

impl Schemas {
    /// Iterates over the root's schema, then those of modules, each with the module's name, its text and the
    /// result of the check.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&str>, &Sources, &Checked)> {
        let modules = self.modules.iter().map(|(name, schema)| (Some(name.as_str()), schema));
        let all = core::iter::once((None, &self.root)).chain(modules);
        all.map(|(name, schema)| (name, &schema.sources, &schema.checked))
    }
}
