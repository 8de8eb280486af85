//! Schemas that are parsed and checked once and used several times.

use typelang_parser::{
    Checked, Options, Sources, check,
    docs_file::{self, Applied, DocsFile},
};

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

    /// Puts what docs files say into the schema, and returns the rest.
    pub(crate) fn apply(&mut self, docs: &[DocsFile]) -> Applied {
        docs_file::apply(&mut self.checked.schema, docs)
    }
}

/// The parsed and checked schemas of one generation; returned by [`Config::schemas`](crate::Config::schemas).
#[derive(Clone, Debug)]
pub struct Schemas {
    pub(crate) root: ReadSchema,
    pub(crate) modules: Vec<(String, ReadSchema)>,
}

impl Schemas {
    /// Puts what docs files say into the schemas, and returns the rest for each, in order.
    pub(crate) fn apply(&mut self, docs: &[DocsFile]) -> Vec<Applied> {
        let modules = self.modules.iter_mut().map(|(_, schema)| schema);
        let all = core::iter::once(&mut self.root).chain(modules);
        docs_file::apply_to_all(all.map(|schema| &mut schema.checked.schema), docs)
    }

    /// The root's schema, then those of modules, each with the module's name, its text, and what the check found.
    pub fn iter(&self) -> impl Iterator<Item = (Option<&str>, &Sources, &Checked)> {
        let modules = self.modules.iter().map(|(name, schema)| (Some(name.as_str()), schema));
        let all = core::iter::once((None, &self.root)).chain(modules);
        all.map(|(name, schema)| (name, &schema.sources, &schema.checked))
    }
}
