//! The result of selecting from a schema.

use std::borrow::Cow;

use typelang_parser::Schema;

/// Why a type cannot be opaque in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpaqueMistake {
    /// The type; any of the opaque types if the mistake concerns none in particular.
    pub(crate) opaque: Option<String>,
    pub(crate) message: String,
}

/// The selected part of a schema.
#[derive(Debug)]
pub(crate) struct Selected<'s> {
    /// The part to generate. A type without constructors that is not predefined is opaque or the user's own.
    pub(crate) schema: Cow<'s, Schema>,
    /// The part to generate with everything that opaque values may contain; generated code carries it.
    pub(crate) carried: Cow<'s, Schema>,
}
