//! Structs and enums: what there is to write for a combinator and for a type.

use super::{
    codec::Amount,
    member::Member,
    new::New,
    rust::{ItemPath, Name, RustType},
    telling::Tells,
    traits::{Cloning, Coding, Traits},
    wire::{Assembly, Presence, Step, Write},
};

/// A struct: a constructor or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
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
    /// The traits by which it is written and read.
    pub coding: Coding,
    /// The feature of the crate with which it can be decoded, if it cannot always.
    pub decode_feature: Option<String>,
    /// The type parameters.
    pub params: Vec<Name>,
    /// Those of them whose response is a certain type.
    pub calls: Vec<(Name, RustType)>,
    /// The numbers by which it is written, which stand elsewhere.
    pub numbers: Vec<NumberParam>,
    /// Those of them that reading uses.
    pub read_by: Given,
    /// Those of them that writing uses.
    pub written_by: Given,
    /// Whether writing compares the parts of a value, which may disagree with each other or with these numbers.
    pub checks_parts: bool,
    /// Whether reading looks at the input.
    pub reads_input: bool,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
    /// The fields, in the schema's order.
    pub fields: Vec<Field>,
    /// What is on the wire, in order.
    pub wire: Vec<Step>,
    /// What of it is written, in order.
    pub writes: Vec<Write>,
    /// Whether all numbers are computed before the first of them is written.
    pub numbers_first: bool,
    /// How decoding builds the struct.
    pub assembly: Assembly,
    /// The TL name.
    pub tl_name: String,
    /// The id.
    pub id: u32,
    /// The least number of bytes that the fields take.
    pub min_len: u32,
    /// Whether a value may take no bytes though it has parts, so that decoding counts it as an element: what holds two
    /// of these, and is held twice itself, is as many values as somebody doubles.
    pub is_sizeless: bool,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
    /// The response, for a function.
    pub response: Option<Response>,
    /// What is known of a function.
    pub known: KnownOf,
    /// The `true` fields that say no more than the presence of another field does.
    pub accessors: Vec<Accessor>,
    /// `new`, when fields may be absent.
    pub new: Option<Box<New>>,
}

/// An enum: a type with several constructors.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// The traits by which it is written and read.
    pub coding: Coding,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
    /// The TL name.
    pub tl_name: String,
    /// The variants, by TL name.
    pub variants: Vec<Variant>,
    /// The variant that stands in when the bytes are wrong: one with a finite value.
    pub fallback: usize,
    /// The enum's `Default`, where that variant is called empty.
    pub default: Option<EnumDefault>,
    /// The type parameter for whatever it is made of, if any variant holds a value.
    pub payload_param: Option<Name>,
    /// The methods that ask which variant a value is, and for fields that all have.
    pub members: Vec<Member>,
    /// The most bytes of memory that a value may take.
    pub size_limit: u32,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
}

/// What the `Default` of an enum is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnumDefault {
    /// This variant, which holds nothing.
    Unit(Name),
    /// What is read from no bytes.
    Read,
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
    /// The constructor's TL name.
    pub tl_name: String,
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

/// The numbers that a function uses of those that it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// None.
    Unused,
    /// Those with a name, in order.
    Named(Vec<Option<Name>>),
}

impl Given {
    /// The names of those that it uses, in order.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        let names: &[Option<Name>] = match self {
            Self::Unused => &[],
            Self::Named(names) => names,
        };
        names.iter().flatten()
    }
}

/// A number that whoever reads or writes a value gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberParam {
    /// The variable.
    pub name: Name,
    /// The bits that fields determine, each with what its field says.
    pub bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub length_of: Option<Name>,
    /// What else says something of it.
    pub tells: Vec<Tells>,
}

/// What is known of a function beyond the schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KnownOf {
    /// Its errors, each a code and a name, with `%d` where the name has a number.
    pub errors: Vec<(i32, String)>,
    /// Who can call it, a bit for each; 0 if that is not known.
    pub callers: u8,
    /// Its first layer.
    pub since: Option<u32>,
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

/// A method that tells whether a field is there, named after the `true` field of the same bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessor {
    /// The field of the schema that it stands for.
    pub tl_name: String,
    /// The TL names that rustdoc's search should find it by.
    pub aliases: Vec<String>,
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
    /// The TL names that rustdoc's search should find it by.
    pub aliases: Vec<String>,
    /// The doc lines.
    pub docs: Vec<String>,
    /// What the user's selectors add.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The type.
    pub ty: RustType,
}
