//! Every decision about the Rust to write: modules, identifiers, types, boxing, docs.
//!
//! The emitters only spell what stands here; nothing in this tree refers back to the schema.

mod borrows;
mod bounds;
mod build;
mod cloning;
mod codec;
mod construction;
mod context;
mod cycles;
mod determined;
mod disagreement;
mod docs;
mod drafts;
mod expand;
mod field_names;
mod fields;
mod files;
mod instances;
mod joint;
mod layers;
mod layout;
mod members;
mod method_docs;
mod named;
pub(crate) mod names;
mod natural;
mod needs;
mod numbers;
mod parts;
mod predefined;
mod ranks;
pub(crate) mod records;
mod repetition;
mod results;
mod rows;
mod run;
pub(crate) mod rust;
mod serde;
mod shapes;
mod stand_ins;
mod table;
mod tails;
mod telling;
mod text;
pub(crate) mod tl_line;
mod traits;
mod unify;
mod value;
mod wire;
mod words;

pub(crate) use self::{
    build::plan,
    names::SERDE_MODULE,
    run::{is_run, stretches},
};
pub use self::{
    codec::{Amount, Codec, VectorForm},
    construction::{Initial, New, Zero},
    members::{Getter, Member, View},
    rust::{ItemPath, Name, RustType, Space},
    serde::{SerdeImpl, SerdeImpls, SerdeModule},
    telling::{Holder, Telling, Tells},
    wire::{Assembly, Bit, Number, Piece, Presence, Record, Rest, Step},
};

/// What will be written for one schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The files, the root first, then by path.
    pub files: Vec<File>,
    /// Every TL name, for `tl dump --stage plan`.
    pub names: Vec<Named>,
    /// The compiled schema that the code carries.
    pub schema: Option<Vec<u8>>,
}

/// A TL name and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    /// `constructor`, `function`, `type`, `field`, `variant`, or `opaque` for a type whose values are kept as bytes.
    pub kind: &'static str,
    /// The name in the schema; that of a field stands behind its combinator's, that of a variant behind its type's.
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
    /// The private modules that have its items, where they are too many for one file.
    pub parts: Vec<Name>,
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
    /// The feature of the crate with which it is compiled, if it is not always.
    pub feature: Option<String>,
}

/// What a file takes from outside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each name is imported or not")]
pub struct Imports {
    /// `use ::typelang_runtime as tl;`
    pub runtime: bool,
    /// `types` of the schema's root.
    pub types: bool,
    /// `enums` of the schema's root.
    pub enums: bool,
    /// `functions` of the schema's root.
    pub functions: bool,
    /// `Schema` of the schema's root.
    pub schema: bool,
}

/// One item of a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A constructor or a function.
    Struct(Box<Struct>),
    /// A type with several constructors.
    Enum(Enum),
    /// A type whose values are kept as bytes.
    Opaque(Opaque),
    /// `LAYER` and the like: the root's tables.
    Table(Table),
    /// The declaration of the module for serde.
    SerdeModule(SerdeModule),
    /// What is in that module.
    SerdeImpls(SerdeImpls),
}

/// The root's constants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The schema's layer.
    pub layer: Option<u32>,
    /// All ids with their TL names, by id.
    pub names: Vec<(u32, String)>,
    /// Whether the compiled schema stands beside it.
    pub reflects: bool,
    /// Whether bits of flag words that tell of no field are data.
    pub keeps_bits: bool,
}

/// A struct: a constructor or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struct {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add, `#[…]` included.
    pub attributes: Vec<String>,
    /// The traits that the user derives, as they are written.
    pub derives: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text from the input, and so has a lifetime.
    pub borrows: bool,
    /// How it implements traits.
    pub traits: Traits,
    /// How it is cloned.
    pub cloning: Cloning,
    /// What it stands for.
    pub part: Part,
    /// The feature of the crate with which it can be decoded, if it cannot always.
    pub decode_feature: Option<String>,
    /// The type parameters.
    pub params: Vec<Name>,
    /// Those of them whose response is a certain type.
    pub calls: Vec<(Name, RustType)>,
    /// The numbers by which it is written, which stand elsewhere.
    pub numbers: Vec<NumberParam>,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
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
    /// `new`, when fields may be absent.
    pub new: Option<Box<New>>,
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
    /// The bits that fields determine, each with what its field says.
    pub bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub length_of: Option<Name>,
    /// What else says something of it.
    pub tells: Vec<Tells>,
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

/// How an item implements the traits that all have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Traits {
    /// `Debug`
    pub debug: Means,
    /// `PartialEq` and, unless it is derived, `Eq`
    pub equality: Means,
    /// `Hash`, where the user asks for it and it is not derived
    pub hash: Option<Means>,
    /// Whether it names the schema that the root carries.
    pub reflects: bool,
}

/// How a trait is implemented.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Means {
    /// By its bytes.
    Wire,
    /// By its fields, with a derive macro.
    Derived,
    /// By its fields, of which floating-point numbers count by their bits.
    Fields,
}

/// How a struct implements `Clone`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cloning {
    /// With a derive macro.
    Derived,
    /// There are no fields.
    Unit,
    /// All fields are cloned.
    Fields(Vec<Name>),
    /// These fields are cloned, and all others copied.
    FieldsAndCopy(Vec<Name>),
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
    /// The field of the schema that it stands for.
    pub tl_name: String,
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
    /// The fields of the schema that it stands for.
    pub tl_names: Vec<String>,
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The type.
    pub ty: RustType,
}

/// An enum: a type with several constructors.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Enum {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
    /// The traits that the user derives, as they are written.
    pub derives: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text from the input, and so has a lifetime.
    pub borrows: bool,
    /// How it implements traits.
    pub traits: Traits,
    /// How many numbers that stand elsewhere it is written by.
    pub numbers: usize,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
    /// The TL name.
    pub tl_name: String,
    /// The variants, by TL name.
    pub variants: Vec<Variant>,
    /// The variant that stands in when the bytes are wrong: one with a finite value.
    pub fallback: usize,
    /// Whether that variant is called empty, so that it is the enum's `Default`.
    pub has_default: bool,
    /// The type parameter for whatever it is made of, if there is anything.
    pub payload_param: Option<Name>,
    /// The methods that ask which variant a value is, and for fields that all have.
    pub members: Vec<Member>,
    /// The most bytes of memory that a value may take.
    pub size_limit: u32,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
}

/// What stands for a type whose values are kept as bytes: an enum without variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opaque {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The TL name.
    pub tl_name: String,
}

/// A variant: one constructor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
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
