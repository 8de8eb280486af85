//! How items implement the traits that all items have.

use super::rust::Name;

/// How an item implements the traits that all items have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// `Debug`
    pub debug: Means,
    /// `PartialEq` and, unless it is derived, `Eq`
    pub equality: Means,
    /// `Hash`, if the user requests it and it is not derived
    pub hash: Option<Means>,
    /// Whether it refers to the schema that the root carries.
    pub reflects: bool,
}

/// Traits of an item that a feature of the crate enables: `Debug`, `Clone`, `PartialEq` and `Eq`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionalTraits {
    /// The feature.
    pub feature: String,
    /// The traits that the user derives and that need one of these, as written.
    pub derives: Vec<String>,
}

/// The codec traits of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// `EncodeBare` and `DecodeBare`: only its fields; it has an id.
    Bare,
    /// `EncodeBareWith` and `DecodeBareWith`: the same with this many numbers from outside.
    BareWith(usize),
    /// `Encode` and `Decode`.
    Whole,
    /// `EncodeWith` and `DecodeWith`: the same with this many numbers from outside.
    WholeWith(usize),
    /// None: the enclosing struct encodes its fields.
    Around,
}

impl Coding {
    /// Returns whether it is a combinator, which has an id.
    #[must_use]
    pub fn has_id(self) -> bool {
        matches!(self, Self::Bare | Self::BareWith(_))
    }

    /// Returns how many numbers it takes, if any.
    #[must_use]
    pub fn arity(self) -> Option<usize> {
        match self {
            Self::BareWith(arity) | Self::WholeWith(arity) => Some(arity),
            Self::Bare | Self::Whole | Self::Around => None,
        }
    }
}

/// How a trait is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// By its bytes.
    Wire,
    /// By its fields, with a derive macro.
    Derived,
    /// By its fields, with floating-point numbers compared by their bits.
    Fields,
}

/// How an item implements `Clone`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cloning {
    /// With a derive macro.
    Derived,
    /// With derive macros for `Clone` and `Copy`.
    DerivedCopy,
    /// As a copy; the item is `Copy`.
    Copied,
    /// It has no fields.
    Unit,
    /// All fields are cloned.
    Fields(Vec<Name>),
    /// These fields are cloned, and all others copied.
    FieldsAndCopy(Vec<Name>),
}
