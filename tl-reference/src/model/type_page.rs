//! The page of a type.

use serde::Serialize;
use typelang_parser::schema::Builtin;

use super::{
    first_layer::FirstLayer,
    link::{Item, Page},
};

/// A type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypePage {
    /// The TL name.
    pub name: String,
    /// The namespace; empty when there is none.
    pub namespace: String,
    /// The page of the namespace.
    pub namespace_page: Page,
    /// The first layer that has it, if that is known.
    pub since: Option<FirstLayer>,
    /// The address of the page.
    pub page: Page,
    /// The description; empty when there is none.
    pub docs: String,
    /// The meaning of a predefined type; empty for other types.
    pub builtin: &'static str,
    /// Whether so much refers to it that lists say nothing.
    pub is_everywhere: bool,
    /// The constructors.
    pub constructors: Vec<Item>,
    /// The methods that return it.
    pub returned_by: Vec<Item>,
    /// The methods that take it.
    pub taken_by: Vec<Item>,
    /// The constructors that contain it.
    pub contained_in: Vec<Item>,
}

/// The meaning of a predefined type.
pub(super) const fn meaning(builtin: Builtin) -> &'static str {
    match builtin {
        Builtin::Int => "A signed number of 32 bits, little-endian.",
        Builtin::Long => "A signed number of 64 bits, little-endian.",
        Builtin::Double => "A number with a fraction: IEEE 754 binary64, little-endian.",
        Builtin::Float => "A number with a fraction: IEEE 754 binary32, little-endian.",
        Builtin::Int32 => "A signed number of 32 bits, little-endian; `int` under another name.",
        Builtin::Int53 => "A signed number of 64 bits that a number in JSON can hold.",
        Builtin::Int64 => "A signed number of 64 bits; `long` under another name.",
        Builtin::Int128 => "16 bytes, in the order given.",
        Builtin::Int256 => "32 bytes, in the order given.",
        Builtin::Int512 => "64 bytes, in the order given.",
        Builtin::String => {
            "UTF-8 text: its length, its bytes, and zeros up to a multiple of 4 bytes."
        }
        Builtin::Bytes => "Bytes: their number, the bytes, and zeros up to a multiple of 4 bytes.",
        Builtin::SecureString => "Text to be wiped after use; on the wire a `string`.",
        Builtin::SecureBytes => "Bytes to be wiped after use; on the wire `bytes`.",
        Builtin::True => "Nothing on the wire: a bit of a flag word says that it is there.",
        Builtin::Bool => "`true` or `false`, each an id of 4 bytes.",
        Builtin::Vector => "A list: its id, the number of items, and the items.",
        Builtin::Object => "A value of any type, with the id of its constructor.",
        Builtin::Function => "A call of any method.",
    }
}

/// Whether fields of this type are in almost everything.
pub(super) const fn is_everywhere(builtin: Builtin) -> bool {
    !matches!(builtin, Builtin::Bool | Builtin::Object | Builtin::Function)
}
