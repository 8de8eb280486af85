//! Every decision about the Rust to write: modules, identifiers, types, boxing, docs.
//!
//! The emitters only spell what stands here; nothing in this tree refers back to the schema.

mod borrows;
mod build;
mod context;
mod cycles;
mod docs;
mod drafts;
mod expand;
mod field_names;
mod fields;
mod files;
mod instances;
mod layout;
mod names;
mod natural;
mod needs;
mod numbers;
mod predefined;
mod ranks;
mod records;
mod repetition;
mod rows;
mod rust;
pub(crate) mod selectors;
mod shapes;
mod table;
mod text;
pub(crate) mod tl_line;
mod unify;
mod value;
mod words;

pub use self::rust::{ItemPath, Name, RustType, Space};
pub(crate) use self::{
    build::{Wishes, plan},
    names::further_module as module_name,
    text::{TextType, TextTypes},
};

/// What will be written for one schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The files, the root first, then by path.
    pub files: Vec<File>,
    /// Every TL name, for `tl dump --stage plan`.
    pub names: Vec<Named>,
}

/// A TL name and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// `constructor`, `function` or `type`.
    pub kind: &'static str,
    /// The name in the schema.
    pub tl: String,
    /// The Rust path below the schema's root, or the user's own; `-` for what is predefined.
    pub rust: String,
    /// The id of a combinator.
    pub id: Option<u32>,
}

/// One file: a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The path below the output folder, with `/`.
    pub path: String,
    /// How many modules lie between it and the schema's root: 0 for the root.
    pub depth: usize,
    /// The modules declared in it.
    pub modules: Vec<Module>,
    /// The module-wide names that its items use.
    pub imports: Imports,
    /// Its items, by name.
    pub items: Vec<Item>,
}

/// `pub mod messages;`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Module {
    /// The module's name.
    pub name: Name,
    /// Its doc line.
    pub doc: String,
}

/// What a file takes from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imports {
    /// `use ::typelang_runtime as tl;`
    pub runtime: bool,
    /// `types` of the schema's root.
    pub types: bool,
    /// `enums` of the schema's root.
    pub enums: bool,
}

/// One item of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A constructor or a function.
    Struct(Struct),
    /// A type with several constructors.
    Enum(Enum),
    /// `LAYER` and the like: the root's tables.
    Table(Table),
}

/// The root's constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The schema's layer.
    pub layer: Option<u32>,
    /// All ids with their TL names, by id.
    pub names: Vec<(u32, String)>,
}

/// A struct: a constructor or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struct {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add, `#[…]` included.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text from the input, and so has a lifetime.
    pub borrows: bool,
    /// What it stands for.
    pub part: Part,
    /// The type parameters.
    pub params: Vec<Name>,
    /// The numbers by which it is written, which stand elsewhere.
    pub numbers: Vec<NumberParam>,
    /// The fields, in the schema's order.
    pub fields: Vec<Field>,
    /// What is on the wire, in order.
    pub wire: Vec<Step>,
    /// How decoding builds the struct.
    pub assembly: Assembly,
    /// The TL name.
    pub tl_name: String,
    /// The id.
    pub id: u32,
    /// The least number of bytes that the fields take.
    pub min_len: u32,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
    /// The response, for a function.
    pub response: Option<Response>,
    /// The `true` fields that say no more than the presence of another field does.
    pub accessors: Vec<Accessor>,
}

/// A number that whoever reads or writes a value gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberParam {
    /// The variable.
    pub name: Name,
    /// Whether reading depends on it.
    pub is_read: bool,
    /// Whether writing depends on it.
    pub is_written: bool,
}

/// What a function returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// A value with memory of its own.
    Owned(RustType),
    /// A value that may borrow text from the reply.
    Borrowing(RustType),
    /// A value that is read by numbers of the call, and so kept as its bytes until they are known.
    Dependent {
        /// The value.
        value: RustType,
        /// Whether other responses of the schema may borrow.
        borrows: bool,
        /// The numbers.
        numbers: Vec<Amount>,
    },
}

impl Response {
    /// Its type.
    #[must_use]
    pub fn ty(&self) -> &RustType {
        match self {
            Self::Owned(ty) | Self::Borrowing(ty) | Self::Dependent { value: ty, .. } => ty,
        }
    }
}

/// What a struct stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A constructor or a function.
    Combinator,
    /// What a repetition repeats: fields without an id.
    Row,
    /// The values of a bit, which the struct around it writes.
    Record,
}

/// A method that tells whether a field is there, named after the `true` field of the same bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessor {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The method's name.
    pub name: Name,
    /// The field it asks.
    pub presence: Presence,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The type.
    pub ty: RustType,
}

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
        /// Whether the bit decides whether it is written, and not its presence.
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
        record: Option<Record>,
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
        record: Option<Record>,
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
        record: Option<Record>,
    },
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
    /// The bit behind which it stands, if it does.
    pub bit: Option<Bit>,
    /// Its bits that are computed, and whose presence they tell; by bit.
    pub bits: Vec<(u8, Presence)>,
    /// Where the rest of it comes from.
    pub rest: Rest,
    /// Whether what is written later depends on it.
    pub is_needed: bool,
}

impl Number {
    /// The bits that are computed.
    #[must_use]
    pub fn known(&self) -> u32 {
        self.bits.iter().fold(0, |known, (bit, _)| known | 1 << bit)
    }
}

/// Where the part of a number comes from that no field's presence tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rest {
    /// There is none.
    None,
    /// The field of the struct that keeps it: a `u32`, or an `Option` when the number is behind a bit.
    Kept(Name),
    /// The length of this vector.
    Length(Name),
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
    /// One of these at least.
    Any(Vec<Presence>),
}

/// How a value is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Codec {
    /// A number or another value that the reader and the sink have a method of this name for, taken by value.
    Scalar(&'static str),
    /// A string or bytes, for which there is a method of this name, taken by reference.
    Text(&'static str),
    /// The type's own form: boxed for items, and so on.
    Natural,
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
        /// Whether the number decides how many are written, and not the vector's length.
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
            Self::Bare
            | Self::With { .. }
            | Self::Nothing
            | Self::Predefined { .. }
            | Self::Array { .. }
            | Self::Repeat { .. }
            | Self::VectorWith { .. } => false,
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

/// An enum: a type with several constructors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text from the input, and so has a lifetime.
    pub borrows: bool,
    /// How many numbers that stand elsewhere it is written by.
    pub numbers: usize,
    /// The TL name.
    pub tl_name: String,
    /// The variants, by TL name.
    pub variants: Vec<Variant>,
    /// The variant that stands in when the bytes are wrong: one with a finite value.
    pub fallback: usize,
    /// The most bytes of memory that a value may take.
    pub size_limit: u32,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
}

/// A variant: one constructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The constructor's id.
    pub id: u32,
    /// What it holds.
    pub payload: Payload,
}

/// What a variant holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Nothing: the constructor has no field.
    Unit,
    /// The struct.
    Inline(ItemPath),
    /// The struct in a `Box`.
    Boxed(ItemPath),
}
