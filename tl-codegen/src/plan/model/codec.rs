//! How one value is written.

use super::rust::Name;

/// How a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codec {
    /// A number or another value that the reader and the writer have a method for, taken by value.
    Scalar(Scalar),
    /// A string or bytes, for which there is a method too, taken by reference.
    Text(TextKind),
    /// The type's own form: boxed for items, and so on.
    Natural,
    /// The same behind a `Box` through which the runtime's traits do not look: they do where there are fields alone, in
    /// structs, and not in enums and types of the user's.
    Within,
    /// An `Object` before other values: it ends where the schema says.
    Delimited,
    /// The fields alone.
    Bare,
    /// The type's own form, or the fields alone, by numbers that stand elsewhere.
    With {
        /// Whether it is the fields alone.
        is_bare: bool,
        /// The numbers.
        numbers: Vec<Amount>,
    },
    /// Nothing at all.
    Nothing,
    /// The boxed form of a predefined type: the id, then the value.
    Predefined {
        /// The id of the type's declaration.
        id: u32,
        /// The type's TL name, for errors.
        name: String,
        /// How the value is written.
        inner: Box<Codec>,
    },
    /// A value behind a `Box`.
    Boxed(Box<Codec>),
    /// An array: so many values, one after another.
    Array {
        /// How one is written.
        element: Box<Codec>,
    },
    /// A vector whose length stands elsewhere: so many values, one after another.
    Repeat {
        /// How many.
        times: Amount,
        /// Whether the number is not the vector's length, so that both may disagree.
        is_ruled: bool,
        /// The least bytes of one value.
        min_len: u32,
        /// How one is written.
        element: Box<Codec>,
    },
    /// A vector of values in their natural form.
    Vector {
        /// Whether the vector's id is written.
        form: VectorForm,
    },
    /// A vector of values in another form.
    VectorWith {
        /// Whether the vector's id is written.
        form: VectorForm,
        /// The least bytes of one value.
        min_len: u32,
        /// How one is written.
        element: Box<Codec>,
    },
}

impl Codec {
    /// Whether the runtime's traits read and write the value just so.
    #[must_use]
    pub fn is_natural(&self) -> bool {
        match self {
            Self::Scalar(_) | Self::Text(_) | Self::Natural => true,
            Self::Vector { form } => *form == VectorForm::Boxed,
            Self::Boxed(inner) => **inner == Self::Natural,
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

    /// How many bytes every value takes, if it is a number or bytes of fixed length.
    #[must_use]
    pub fn width(&self) -> Option<u32> {
        match self {
            Self::Scalar(scalar) => scalar.width(),
            _ => None,
        }
    }

    /// Whether writing asks nothing of the value: what is written is the same for all.
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
    /// The method's name.
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

    /// How many bytes every value takes, if the runtime can write it in one piece with others.
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
    /// The name of the reader's and the writer's method.
    #[must_use]
    pub fn method(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Bytes => "bytes",
        }
    }
}

/// A number as expressions have it: a variable, a constant, or the sum of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// The variable.
    pub var: Option<Name>,
    /// What is added to it.
    pub plus: u32,
}

/// Whether a vector starts with its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VectorForm {
    /// With.
    Boxed,
    /// Without.
    Bare,
}
