//! How a struct is made of less than all its fields.

use super::rust::{Name, RustType};

/// A function that takes the fields that are always there, and leaves the others out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct New {
    /// What is said of it.
    pub doc: &'static str,
    /// What it takes, in the struct's order.
    pub params: Vec<(Name, RustType)>,
    /// Whether one of them is borrowed from the input.
    pub has_lifetime: bool,
    /// What each field becomes.
    pub fields: Vec<(Name, Initial)>,
    /// Whether other crates can also write a literal, which `#[non_exhaustive]` forbids them.
    pub has_literal: bool,
    /// The arguments by which it makes the struct's `Default`, when all have a value that stands for nothing.
    pub defaults: Option<Vec<Zero>>,
}

/// What a field becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Initial {
    /// The parameter of the same name.
    Param,
    /// The same in a `Box`.
    Boxed,
    /// `None`
    None,
    /// `false`
    False,
    /// `FreeBits::EMPTY`
    FreeBits,
}

/// A value that stands for nothing.
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
    /// What is read from no bytes.
    Read,
}

impl Initial {
    /// Whether the caller gives it.
    pub(crate) const fn is_given(self) -> bool {
        matches!(self, Self::Param | Self::Boxed)
    }
}
