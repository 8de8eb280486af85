//! The part of a schema that the command line asks for.

use typelang_codegen::Config;

/// The part of a schema to generate.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Selection {
    /// Keep only NAME and what it needs; may be repeated. NAME is the TL name of a constructor, method or type, a
    /// namespace such as `auth.*`, or `.` for everything. A module stays whole unless a NAME selects from it:
    /// `mtproto::ping`
    #[arg(long, value_name = "NAME")]
    pub only: Vec<String>,
    /// Keep values of this type as bytes, and leave out the types that only they need; may be repeated. For a module,
    /// prefix its name: `mtproto::NAME`
    #[arg(long, value_name = "TYPE")]
    pub opaque: Vec<String>,
}

impl Selection {
    pub(crate) fn apply(&self, config: &mut Config) {
        config.only(&self.only).opaque(&self.opaque);
    }
}
