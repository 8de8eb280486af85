//! What a name in JSON may be of.

use typelang_runtime::reflect::{Schema, TypeExpr};

/// A name in the values of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueName<'a> {
    /// Of a constructor, as in `{"_": "nearestDc"}`.
    Constructor(&'a str),
    /// Of a type with random values, as in `{"$random": "Updates"}`; it may be a constructor's too.
    Type(&'a str),
}

impl ValueName<'_> {
    /// Whether a schema has it.
    pub(super) fn is_in(self, schema: &Schema) -> bool {
        match self {
            Self::Constructor(name) => {
                // A name that is not unique may have the id behind it.
                let name = name.split('#').next().unwrap_or(name);
                schema.named(name).is_some()
            }
            Self::Type(name) => {
                schema.named(name).is_some() || TypeExpr::parse(schema, name).is_ok()
            }
        }
    }
}
