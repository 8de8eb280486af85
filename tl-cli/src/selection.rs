//! The part of a schema that the command line asks for.

use typelang_codegen::Config;

use crate::embedded;

/// What is generated of a schema.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Selection {
    /// Only this and all that it needs: a constructor, method or type by its TL name, a namespace such as `auth.*`, or `.`
    /// for everything; may be repeated. Modules stay whole, unless there is one for them: `mtproto::ping`
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Keep the values of this type as bytes, so that what only they hold is left out; may be repeated, and is
    /// `mtproto::NAME` for a module's
    #[arg(long, value_name = "TYPE")]
    pub opaque: Vec<String>,
}

impl Selection {
    /// What of it is for the schema of `module`, or else for the root's.
    pub(crate) fn of(&self, module: Option<&str>) -> Self {
        let own = |all: &[String]| {
            all.iter().filter_map(|one| selector_of(module, one)).map(str::to_owned).collect()
        };
        Self { only: own(&self.only), opaque: own(&self.opaque) }
    }

    pub(crate) fn apply(&self, config: &mut Config) {
        config.only(&self.only).opaque(&self.opaque);
    }
}

/// What a selector selects in the schema of `module`, or else in the root's: `ping` of `mtproto::ping`. One of a module that
/// is not built in is left to the root, which refuses it.
pub(crate) fn selector_of<'s>(module: Option<&str>, selector: &'s str) -> Option<&'s str> {
    match (selector.split_once("::"), module) {
        (Some((name, rest)), Some(module)) => (name == module).then_some(rest),
        (Some((name, _)), None) if embedded::MODULES.contains(&name) => None,
        (_, None) => Some(selector),
        (None, Some(_)) => None,
    }
}
