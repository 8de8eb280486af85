//! How single values are encoded.

use super::{memory::Memory, rust::Name};

/// The encoding of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codec {
    /// A number or similar value for which the reader and the writer have a method, passed by value.
    Scalar(Scalar),
    /// A string or bytes, for which there is a method too, passed by reference.
    Text(TextKind),
    /// The type's own form, for example boxed for items.
    Natural,
    /// The natural form behind a `Box` that the runtime's traits do not see through: they do for structs,
    /// which encode only fields, but not for enums and your own types.
    Within,
    /// An `Object` before other values; the schema determines its end.
    Delimited,
    /// Only the fields.
    Bare,
    /// The type's own form, or only the fields, with numbers from outside.
    With {
        /// Whether only the fields are encoded.
        is_bare: bool,
        /// The numbers.
        numbers: Vec<Amount>,
    },
    /// No bytes.
    Nothing,
    /// The boxed form of a predefined type: the id, then the value.
    Predefined {
        /// The id of the type's declaration.
        id: u32,
        /// The type's TL name, for errors.
        name: String,
        /// The encoding of the value.
        inner: Box<Codec>,
    },
    /// A value behind a pointer.
    Boxed(Box<Codec>, Memory),
    /// An array: a fixed number of values, one after another.
    Array {
        /// The encoding of an element.
        element: Box<Codec>,
    },
    /// A vector whose length is stored elsewhere: values one after another.
    Repeat {
        /// The number of values.
        times: Amount,
        /// Whether the number is not computed from the vector's length, so that they may disagree.
        is_ruled: bool,
        /// The minimum length of one value in bytes.
        min_len: u32,
        /// The encoding of an element.
        element: Box<Codec>,
        /// Where the vector lies.
        memory: Memory,
    },
    /// A vector of values in their natural form.
    Vector {
        /// Whether the vector's id is written.
        form: VectorForm,
        /// Where it lies.
        memory: Memory,
    },
    /// A vector of values in another form.
    VectorWith {
        /// Whether the vector's id is written.
        form: VectorForm,
        /// The minimum length of one value in bytes.
        min_len: u32,
        /// The encoding of an element.
        element: Box<Codec>,
        /// Where it lies.
        memory: Memory,
    },
}

impl Codec {
    /// Returns whether the runtime's traits encode the value in this way.
    #[must_use]
    pub fn is_natural(&self) -> bool {
        match self {
            Self::Scalar(_) | Self::Text(_) | Self::Natural => true,
            Self::Vector { form, .. } => *form == VectorForm::Boxed,
            Self::Boxed(inner, _) => **inner == Self::Natural,
            Self::Within
            | Self::Delimited
            | Self::Bare
            | Self::With { .. }
            | Self::Nothing
            | Self::Predefined { .. }
            | Self::Array { .. }
            | Self::Repeat { .. }
            | Self::VectorWith { .. } => false,
        }
    }

    /// Returns the number of bytes of every value, if it is a number or bytes of fixed length.
    #[must_use]
    pub fn width(&self) -> Option<u32> {
        match self {
            Self::Scalar(scalar) => scalar.width(),
            _ => None,
        }
    }

    /// Returns whether all values have the same encoding, so that writing does not need the value.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Predefined { inner, .. } => inner.is_constant(),
            _ => false,
        }
    }
}

/// A value for which the runtime's reader and writer have a method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    /// `Bool`
    Bool,
    /// `int`
    Int,
    /// `#`
    Nat,
    /// `long`
    Long,
    /// `float`
    Float,
    /// `double`
    Double,
    /// `int128`
    Int128,
    /// `int256`
    Int256,
    /// `int512`
    Int512,
}

impl Scalar {
    /// Returns the name of the method.
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::Bool => "bool",
            Self::Int => "int",
            Self::Nat => "nat",
            Self::Long => "long",
            Self::Float => "float",
            Self::Double => "double",
            Self::Int128 => "int128",
            Self::Int256 => "int256",
            Self::Int512 => "int512",
        }
    }

    /// Returns the number of bytes of every value, if the runtime can write it in one call with others.
    #[must_use]
    pub fn width(self) -> Option<u32> {
        match self {
            Self::Int | Self::Nat | Self::Float => Some(4),
            Self::Long | Self::Double => Some(8),
            Self::Int128 => Some(16),
            Self::Int256 => Some(32),
            Self::Bool | Self::Int512 => None,
        }
    }
}

/// A string or bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// `string`
    String,
    /// `bytes`
    Bytes,
}

impl TextKind {
    /// Returns the name of the reader's and the writer's method.
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Bytes => "bytes",
        }
    }
}

/// A number in an expression: a variable, a constant, or their sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The variable.
    pub var: Option<Name>,
    /// The constant that is added to it.
    pub plus: u32,
}

/// Whether a vector starts with its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VectorForm {
    /// With its id.
    Boxed,
    /// Without its id.
    Bare,
}
