//! Setters for further schemas.

use std::path::Path;

use typelang_parser::Sources;

use super::setters::{Config, Input};
use crate::request::call::Call;

impl Config {
    /// Generates another, separate schema into the module `name` below the root.
    ///
    /// The name is in ASCII `snake_case`, and is not a keyword or a name of the root such as `types`, `lib`
    /// or `main`.
    ///
    /// Selectors without a prefix apply to the root's schema; those for this schema begin with the module's
    /// name: `derive("mtproto::.", "Hash")`, `only(["secret::DecryptedMessageLayer"])`.
    #[track_caller]
    pub fn module(&mut self, name: impl Into<String>, schemas: &[impl AsRef<Path>]) -> &mut Self {
        let (name, paths) = (name.into(), schemas.iter().map(|path| path.as_ref().to_owned()));
        let call = Call::of_several("module", &name);
        self.further(name, call, Input::Paths(paths.collect()))
    }

    /// Like [`Config::module`], for a schema in memory.
    #[track_caller]
    pub fn module_sources(&mut self, name: impl Into<String>, sources: Sources) -> &mut Self {
        let name = name.into();
        let call = Call::of_several("module_sources", &name);
        self.further(name, call, Input::Sources(sources))
    }

    /// Compiles the module `name`, added by [`Config::module`], only with this feature of the crate that
    /// contains the code. By default it is always compiled.
    ///
    /// So a schema that only some users of the crate need costs the others nothing. It is a mistake if no
    /// such module was added, or if it already has a feature.
    #[track_caller]
    pub fn module_feature(
        &mut self,
        name: impl Into<String>,
        feature: impl Into<String>,
    ) -> &mut Self {
        let (name, feature) = (name.into(), feature.into());
        let call = Call::of_several("module_feature", &name);
        self.settings.module_features.push((name, feature, call));
        self
    }

    fn further(&mut self, name: String, call: Call, input: Input) -> &mut Self {
        self.settings.further.push((name, call));
        self.inputs.push(input);
        self
    }
}
