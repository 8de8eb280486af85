//! What the parts of a struct determine of the numbers they depend on.

use super::rust::Name;

/// A part of a struct that determines something of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tells {
    /// The part.
    pub holder: Holder,
    /// How it determines it.
    pub telling: Telling,
}

/// The place of a value in a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A field.
    Field(Name),
    /// An optional field.
    Optional(Name),
    /// One value of an optional tuple: the field, the number of values in the tuple, and the index.
    Grouped(Name, usize, usize),
    /// A field of an optional struct.
    Member(Name, Name),
    /// One value of each tuple in a vector: the field, the number of values in a tuple, and the index.
    Column(Name, usize, usize),
}

/// How a value determines something of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Telling {
    /// By its length, which is the number plus a constant.
    Length {
        /// The constant.
        plus: u32,
    },
    /// By its own parts that depend on it as a parameter of its type.
    Param {
        /// Whether the value is encoded without its id.
        is_bare: bool,
        /// The number of parameters.
        of: usize,
        /// The index of the parameter.
        index: usize,
        /// The constant added to the number for this parameter.
        plus: u32,
    },
    /// Each of its items determines it.
    Each(Box<Telling>),
    /// The value behind the pointer determines it.
    Boxed(Box<Telling>),
    /// Each of these determines it.
    All(Vec<Telling>),
}
