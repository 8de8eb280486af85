//! How a struct is created from some of its fields.

use super::rust::{Name, RustType};

/// A function that takes the required fields and leaves the others unset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// The doc line.
    pub doc: &'static str,
    /// The parameters, in the order of the struct.
    pub params: Vec<(Name, RustType)>,
    /// Whether a parameter is borrowed from the input.
    pub has_lifetime: bool,
    /// The initial value of each field.
    pub fields: Vec<(Name, Initial)>,
    /// Whether other crates can also write a literal, which `#[non_exhaustive]` prevents.
    pub has_literal: bool,
    /// The arguments that give the struct's `Default`, if all have a neutral value.
    pub defaults: Option<Vec<Zero>>,
}

/// The initial value of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// The parameter of the same name.
    Param,
    /// The parameter, in a `Box`.
    Boxed,
    /// `None`
    None,
    /// `false`
    False,
    /// `FreeBits::EMPTY`
    FreeBits,
}

/// A neutral value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zero {
    /// `false`
    False,
    /// `0`
    Number,
    /// `0.0`
    Float,
    /// `""`
    Str,
    /// `&[]`
    Slice,
    /// `String::new()`
    String,
    /// `Vec::new()`
    Vec,
    /// The value decoded from no bytes.
    Read,
}

impl Initial {
    /// Returns whether the caller supplies it.
    pub(crate) const fn is_given(self) -> bool {
        matches!(self, Self::Param | Self::Boxed)
    }
}
