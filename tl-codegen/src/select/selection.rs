//! What is selected of a schema, or why it cannot be.

use std::borrow::Cow;

use typelang_parser::Schema;

/// Why a type cannot be opaque in a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OpaqueMistake {
    /// The type; any of the opaque ones if it is none in particular.
    pub(crate) opaque: Option<String>,
    pub(crate) message: String,
}

/// A schema of which a part was selected.
#[derive(Debug)]
pub(crate) struct Selected<'s> {
    /// What is generated. A type without constructors, if it is not predefined, is opaque or the user's own.
    pub(crate) schema: Cow<'s, Schema>,
    /// The same with all that opaque values may hold: what generated code carries.
    pub(crate) carried: Cow<'s, Schema>,
}
