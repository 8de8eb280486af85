//! The part of a schema that the command line asks for.

use typelang_codegen::Config;

/// What is generated of a schema.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Selection {
    /// Only this and all that it needs: a constructor, method or type by its TL name, a namespace such as `auth.*`, or `.`
    /// for everything; may be repeated. What other modules have stays whole
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Keep the values of this type as bytes, so that what only they hold is left out; may be repeated
    #[arg(long, value_name = "TYPE")]
    pub opaque: Vec<String>,
}

impl Selection {
    /// What of it is for the schema of `module`, or else for the root's; `modules` are all there are.
    pub(crate) fn of(&self, module: Option<&str>, modules: &[&str]) -> Self {
        let own = |all: &[String]| {
            all.iter()
                .filter_map(|one| selector_of(module, modules, one))
                .map(str::to_owned)
                .collect()
        };
        Self { only: own(&self.only), opaque: own(&self.opaque) }
    }

    pub(crate) fn apply(&self, config: &mut Config) {
        config.only(&self.only).opaque(&self.opaque);
    }
}

/// What a selector selects in the schema of `module`, or else in the root's: `ping` of `mtproto::ping`.
pub(crate) fn selector_of<'s>(
    module: Option<&str>,
    modules: &[&str],
    selector: &'s str,
) -> Option<&'s str> {
    match (module, selector.split_once("::")) {
        (Some(module), Some((name, rest))) => (name == module).then_some(rest),
        (Some(_), None) => None,
        // One of no module is for nothing, which is told.
        (None, of) => of.is_none_or(|(name, _)| !modules.contains(&name)).then_some(selector),
    }
}
