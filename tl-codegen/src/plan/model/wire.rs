//! What of a struct is on the wire, in order.

use std::sync::Arc;

use super::{
    codec::Codec,
    rust::{ItemPath, Name},
    telling::Tells,
};

/// Whether decoding can read fields inside the struct literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assembly {
    /// Flag words come first and every bit's fields stand side by side.
    Literal,
    /// Each field is read into a variable of its own.
    Locals,
}

/// A stretch of the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A number that other fields depend on: flags or a count.
    Number(Number),
    /// A field that is always there.
    Required {
        /// The field.
        field: Name,
        /// The variable for it in [`Assembly::Locals`].
        local: Name,
        /// How its value is written.
        codec: Codec,
    },
    /// A `true` field: nothing on the wire but its bit.
    Flag {
        /// The field.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The bit.
        bit: Bit,
        /// Whether the word is not computed from the field, so that both may disagree.
        is_ruled: bool,
    },
    /// A field behind a bit.
    Optional {
        /// The field.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The bit.
        bit: Bit,
        /// How its value is written.
        codec: Codec,
        /// Whether the word is not computed from the field, so that both may disagree.
        is_ruled: bool,
    },
    /// All fields of a bit, side by side, as one tuple.
    Group {
        /// The field.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The bit.
        bit: Bit,
        /// The parts, in order.
        parts: Vec<Piece>,
        /// The struct that they are fields of, if they are too many for a tuple.
        record: Option<Arc<Record>>,
        /// Whether the word is not computed from the field, so that both may disagree.
        is_ruled: bool,
        /// Whether they are written in one piece, since they always take the same bytes.
        is_run: bool,
    },
    /// One field of a tuple whose fields are apart on the wire.
    Apart {
        /// The field of the struct.
        field: Name,
        /// The bit.
        bit: Bit,
        /// How many parts the tuple has.
        of: usize,
        /// Which part.
        index: usize,
        /// The part.
        part: Piece,
        /// The struct that it is a field of, if they are too many for a tuple.
        record: Option<Arc<Record>>,
        /// Whether the word is not computed from the field, so that both may disagree.
        is_ruled: bool,
    },
    /// One of the repetitions that one number counts; their rows are one vector.
    Column {
        /// The vector.
        field: Name,
        /// The variable that holds the number.
        count: Name,
        /// How many columns the vector has.
        of: usize,
        /// Which column.
        index: usize,
        /// The column; its codec is that of an element.
        part: Piece,
        /// The least bytes of an element.
        min_len: u32,
        /// Whether the number is not the vector's length, so that both may disagree.
        is_ruled: bool,
    },
    /// The vector of tuples, once its last column is read; nothing on the wire.
    Zip {
        /// The field of the struct.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The variables of its columns.
        parts: Vec<Name>,
    },
    /// The tuple itself, once its last part is read; nothing on the wire.
    Join {
        /// The field of the struct.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The variables of its parts.
        parts: Vec<Name>,
        /// The struct that they are fields of, if they are too many for a tuple.
        record: Option<Arc<Record>>,
    },
}

/// What is written at once; steps go by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A step.
    Step(usize),
    /// Numbers and fields that are always there, in one piece, since they always take the same bytes.
    Run(Vec<usize>),
}

impl Step {
    /// Whether decoding asks the reader for it.
    #[must_use]
    pub fn is_read(&self) -> bool {
        !matches!(self, Self::Required { codec: Codec::Nothing, .. } | Self::Flag { .. })
    }
}

/// A struct for values that are too many for a tuple.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The struct.
    pub path: ItemPath,
    /// Its fields, one for each part.
    pub fields: Vec<Name>,
}

/// One value of a tuple or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The variable that holds it.
    pub local: Name,
    /// How it is written.
    pub codec: Codec,
}

/// A number that other fields depend on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The variable that holds it; 0 when it is behind a bit that is not set.
    pub local: Name,
    /// What the schema calls it.
    pub tl_name: String,
    /// The bit behind which it stands, if it does.
    pub bit: Option<Bit>,
    /// Whether something else says whether the bit is set, so that both may disagree.
    pub is_shared: bool,
    /// The bits that the struct's fields determine, each with what its field says.
    pub bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub length_of: Option<Name>,
    /// What else says something of it.
    pub tells: Vec<Tells>,
    /// The bits that may be set.
    pub known: u32,
    /// Those of them on which something depends, and that a value does not always determine.
    pub unsure: u32,
    /// Where the rest of it comes from.
    pub rest: Rest,
    /// Whether what is written later depends on it.
    pub is_needed: bool,
    /// Whether anything that is read depends on it.
    pub is_read: bool,
}

/// Where the part of a number comes from that nothing determines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// There is none.
    None,
    /// All of it, from a field of the struct: a `u32`, or an `Option` when the number is behind a bit.
    All(Name),
    /// These bits, from a field of the struct.
    Bits(Name, u32),
}

/// A bit of a flag word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bit {
    /// The local variable that holds the word.
    pub word: Name,
    /// 0 to 31.
    pub bit: u8,
}

/// What sets a bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// The value of a `bool` field.
    Flag(Name),
    /// An `Option` field that is `Some`.
    Some(Name),
    /// The number in this variable, which is not 0.
    Number(Name),
    /// One of these at least.
    Any(Vec<Presence>),
}

impl Presence {
    /// Whether nothing but numbers sets the bit, which may be set without them.
    #[must_use]
    pub fn is_of_numbers(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Any(_))
    }
}
