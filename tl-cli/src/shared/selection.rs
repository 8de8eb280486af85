//! The part of a schema that the command line asks for.

use typelang_codegen::Config;

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
    pub(crate) fn apply(&self, config: &mut Config) {
        config.only(&self.only).opaque(&self.opaque);
    }
}
