//! What parts of a struct say of a number that they are written by.

use super::rust::Name;

/// A part of a struct, and what it says of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tells {
    /// The part.
    pub holder: Holder,
    /// What it says.
    pub telling: Telling,
}

/// Where a value lies in a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holder {
    /// A field.
    Field(Name),
    /// A field that may be absent.
    Optional(Name),
    /// One value of a tuple that may be absent: the field, how many values the tuple has, which of them.
    Grouped(Name, usize, usize),
    /// A field of a struct that may be absent.
    Member(Name, Name),
    /// One value of each tuple in a vector: the field, how many values a tuple has, which of them.
    Column(Name, usize, usize),
}

/// How a value says something of a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Telling {
    /// By its length, which is so much more than the number.
    Length {
        /// How much.
        plus: u32,
    },
    /// By what depends on it as a parameter of the value's type.
    Param {
        /// Whether the value is written without its id.
        is_bare: bool,
        /// How many parameters there are.
        of: usize,
        /// Which of them.
        index: usize,
        /// How much more than the number it is given.
        plus: u32,
    },
    /// By what each of its items says.
    Each(Box<Telling>),
    /// By what the value behind the pointer says.
    Boxed(Box<Telling>),
    /// By each of these.
    All(Vec<Telling>),
}
