//! The setters of further schemas.

use std::path::Path;

use typelang_parser::Sources;

use super::setters::{Config, Input};
use crate::request::call::Call;

impl Config {
    /// Generates another schema of its own into the module `name` below the root.
    ///
    /// The name is in `snake_case` and in ASCII, and none of the root's own: `types`, `lib`, `main`, a keyword.
    ///
    /// Requests for items and fields are about the root's schema; those for this one have the module's name in front:
    /// `derive("mtproto::.", "Hash")`, `only(["secret::DecryptedMessageLayer"])`.
    #[track_caller]
    pub fn module(&mut self, name: impl Into<String>, schemas: &[impl AsRef<Path>]) -> &mut Self {
        let (name, paths) = (name.into(), schemas.iter().map(|path| path.as_ref().to_owned()));
        let call = Call::of_several("module", &name);
        self.further(name, call, Input::Paths(paths.collect()))
    }

    /// The same as [`Config::module`] for a schema that is in memory.
    #[track_caller]
    pub fn module_sources(&mut self, name: impl Into<String>, sources: Sources) -> &mut Self {
        let name = name.into();
        let call = Call::of_several("module_sources", &name);
        self.further(name, call, Input::Sources(sources))
    }

    /// Compiles the module `name`, for which [`Config::module`] asks, only with this feature of the crate that the code is in;
    /// always by default.
    ///
    /// A schema that only some users of the crate need then costs the others nothing. That the module is not asked for, or has
    /// a feature already, is a mistake.
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
