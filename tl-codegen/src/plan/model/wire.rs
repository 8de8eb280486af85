//! The encoding of a struct, step by step.

use std::sync::Arc;

use super::{
    codec::Codec,
    memory::Memory,
    rust::{ItemPath, Name},
    telling::Tells,
};

/// Whether decoding can read fields inside the struct literal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assembly {
    /// Flag words come first, and the fields of each bit are adjacent.
    Literal,
    /// Each field is read into a variable of its own.
    Locals,
}

/// A step on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A number on which other fields depend: flags or a count.
    Number(Number),
    /// A field that is always present.
    Required {
        /// The field.
        field: Name,
        /// The variable for it in [`Assembly::Locals`].
        local: Name,
        /// The encoding of its value.
        codec: Codec,
    },
    /// A `true` field, which has only a bit on the wire.
    Flag {
        /// The field.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The bit.
        bit: Bit,
        /// Whether the word is not computed from the field, so that they may disagree.
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
        /// The encoding of its value.
        codec: Codec,
        /// Whether the word is not computed from the field, so that they may disagree.
        is_ruled: bool,
    },
    /// All fields of a bit as one tuple, if they are adjacent.
    Group {
        /// The field.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The bit.
        bit: Bit,
        /// The parts, in order.
        parts: Vec<Piece>,
        /// Their struct, if they are too many for a tuple.
        record: Option<Arc<Record>>,
        /// Whether the word is not computed from the field, so that they may disagree.
        is_ruled: bool,
        /// Whether they are written in one call, since their width is fixed.
        is_run: bool,
    },
    /// One field of a tuple whose fields are apart on the wire.
    Apart {
        /// The field of the struct.
        field: Name,
        /// The bit.
        bit: Bit,
        /// The number of parts in the tuple.
        of: usize,
        /// The index of the part.
        index: usize,
        /// The part.
        part: Piece,
        /// Its struct, if the fields are too many for a tuple.
        record: Option<Arc<Record>>,
        /// Whether the word is not computed from the field, so that they may disagree.
        is_ruled: bool,
    },
    /// One of several repetitions with the same count, whose rows are in one vector.
    Column {
        /// The vector.
        field: Name,
        /// The variable that holds the number.
        count: Name,
        /// The number of columns in the vector.
        of: usize,
        /// The index of the column.
        index: usize,
        /// The column; its codec is that of an element.
        part: Piece,
        /// The minimum length of an element in bytes.
        min_len: u32,
        /// Whether the number is not computed from the vector's length, so that they may disagree.
        is_ruled: bool,
    },
    /// Builds the vector of tuples once its last column is read; has no bytes.
    Zip {
        /// The field of the struct.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The variables of its columns.
        parts: Vec<Name>,
    },
    /// Builds the tuple once its last part is read; has no bytes.
    Join {
        /// The field of the struct.
        field: Name,
        /// The variable for it.
        local: Name,
        /// The variables of its parts.
        parts: Vec<Name>,
        /// Their struct, if they are too many for a tuple.
        record: Option<Arc<Record>>,
    },
}

/// A write; steps are indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// A step.
    Step(usize),
    /// Numbers and required fields in one call, since their width is fixed.
    Run(Vec<usize>),
}

impl Step {
    /// Returns whether decoding uses the reader for it.
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
    /// Where it lies.
    pub memory: Memory,
}

/// One value of a tuple or record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The variable that holds it.
    pub local: Name,
    /// Its encoding.
    pub codec: Codec,
}

/// The fewest bits that take less time in a call, measured with Telegram's messages.
const MANY_BITS: usize = 8;

/// A number on which other fields depend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// The variable that holds it; 0 if it is behind an unset bit.
    pub local: Name,
    /// Its name in the schema.
    pub tl_name: String,
    /// The bit behind which it is, if any.
    pub bit: Option<Bit>,
    /// Whether something else also determines that bit, so that they may disagree.
    pub is_shared: bool,
    /// The bits that the struct's fields determine, each with its source.
    pub bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub length_of: Option<Name>,
    /// What else determines it.
    pub tells: Vec<Tells>,
    /// The bits that may be set.
    pub known: u32,
    /// The bits on which something depends but which not every value determines.
    pub unsure: u32,
    /// The source of its undetermined part.
    pub rest: Rest,
    /// Whether a later write depends on it.
    pub is_needed: bool,
    /// Whether anything that is read depends on it.
    pub is_read: bool,
}

impl Number {
    /// Returns whether fields determine enough bits for a call to compute them faster.
    #[must_use]
    pub fn has_many_bits(&self) -> bool {
        self.bits.len() >= MANY_BITS
    }
}

/// The source of a number's undetermined part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// Everything is determined.
    None,
    /// The whole number, in a field of the struct: a `u32`, or an `Option` if the number is behind a bit.
    All(Name),
    /// These bits, in a field of the struct.
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

/// What determines a bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// The value of a `bool` field.
    Flag(Name),
    /// Whether an `Option` field is `Some`.
    Some(Name),
    /// Whether the number in this variable is not 0.
    Number(Name),
    /// Whether at least one of these holds.
    Any(Vec<Presence>),
}

impl Presence {
    /// Returns whether only numbers set the bit; it may also be set without them.
    #[must_use]
    pub fn is_of_numbers(&self) -> bool {
        matches!(self, Self::Number(_) | Self::Any(_))
    }
}
