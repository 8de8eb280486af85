//! Structs and enums: the Rust for a combinator and for a type.

use std::sync::Arc;

use super::{
    codec::Amount,
    member::MemberBlock,
    memory::{Memory, NeedsArena},
    new::New,
    rust::{ItemPath, Name, RustType},
    telling::Tells,
    traits::{Cloning, Coding, OptionalTraits, Traits},
    wire::{Assembly, Presence, Step, Write},
};

/// A struct: a constructor or a function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct Struct {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The attributes from the user's settings, including `#[…]`.
    pub attributes: Vec<String>,
    /// The traits that the user derives, as written.
    pub derives: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text or parts in an arena, and so has a lifetime.
    pub borrows: bool,
    /// Where its vectors and boxes lie.
    pub memory: Memory,
    /// Whether reading it needs an arena.
    pub needs_arena: NeedsArena,
    /// How it implements traits.
    pub traits: Traits,
    /// How it is cloned.
    pub cloning: Cloning,
    /// Its codec traits.
    pub coding: Coding,
    /// The feature of the crate that enables decoding it, if it has one.
    pub decode_feature: Option<String>,
    /// The traits that a feature of the crate enables, if it has one.
    pub optional_traits: Option<OptionalTraits>,
    /// The type parameters.
    pub params: Vec<Name>,
    /// The type parameters whose response is a certain type.
    pub calls: Vec<(Name, RustType)>,
    /// The numbers from outside on which its encoding depends.
    pub numbers: Arc<[NumberParam]>,
    /// The numbers that reading uses.
    pub read_by: Given,
    /// The numbers that writing uses.
    pub written_by: Given,
    /// Whether reading uses the input.
    pub reads_input: bool,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
    /// The user's types in a value, whose own constants say whether their parts may disagree.
    pub foreign: Vec<RustType>,
    /// The fields, in the schema's order.
    pub fields: Arc<[Field]>,
    /// The steps on the wire, in order.
    pub wire: Arc<[Step]>,
    /// The writes, in order.
    pub writes: Vec<Write>,
    /// Whether all numbers are computed before the first of them is written.
    pub numbers_first: bool,
    /// How decoding builds the struct.
    pub assembly: Assembly,
    /// The TL name.
    pub tl_name: String,
    /// The id.
    pub id: u32,
    /// The minimum length of the fields in bytes.
    pub min_len: u32,
    /// Whether a value may take no bytes although its declaration has parts. Decoding then counts it as an element,
    /// since nested types that each hold two such values would double their number at each level. A constant may
    /// leave out all parts; the declaration decides, because walks know no more.
    pub is_sizeless: bool,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
    /// The response, for a function.
    pub response: Option<Response>,
    /// Whether the root's table has facts about it, which the runtime finds by the schema.
    pub has_facts: bool,
    /// The `true` fields that only repeat the presence of another field.
    pub accessors: Arc<[Accessor]>,
    /// `new`, if it has optional fields.
    pub new: Option<Box<New>>,
}

impl Struct {
    /// Returns whether writing checks that the parts of a value agree with each other and with numbers from outside.
    #[must_use]
    pub fn checks_parts(&self) -> bool {
        self.can_disagree || !self.foreign.is_empty() || !self.numbers.is_empty()
    }
}

/// An enum: a type with several constructors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The attributes from the user's settings.
    pub attributes: Vec<String>,
    /// The traits that the user derives, as written.
    pub derives: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// Whether it borrows text or parts in an arena, and so has a lifetime.
    pub borrows: bool,
    /// Where its vectors and boxes lie.
    pub memory: Memory,
    /// Whether reading it needs an arena.
    pub needs_arena: NeedsArena,
    /// How it is cloned.
    pub cloning: Cloning,
    /// How it implements traits.
    pub traits: Traits,
    /// Its codec traits.
    pub coding: Coding,
    /// Whether parts of a value may disagree about a number that it holds.
    pub can_disagree: bool,
    /// The user's types in a value, whose own constants say whether their parts may disagree.
    pub foreign: Vec<RustType>,
    /// The TL name.
    pub tl_name: String,
    /// The variants, by TL name.
    pub variants: Vec<Variant>,
    /// The variant for values of other layers, if it has one.
    pub unknown: Option<Name>,
    /// The index of the fallback variant, used when the bytes are wrong; it has a finite value.
    pub fallback: usize,
    /// The enum's `Default`, if the name of the fallback variant says that it is empty.
    pub default: Option<EnumDefault>,
    /// The type parameter for payloads, if any variant has one.
    pub payload_param: Option<Name>,
    /// The methods that test for variants, and return payloads and common fields.
    pub members: Vec<MemberBlock>,
    /// The feature of the crate that enables conversions to the structs, if they have one.
    pub conversions_feature: Option<String>,
    /// The limit of a value's size in bytes.
    pub size_limit: u32,
    /// Whether decoding counts towards the depth limit.
    pub nested: bool,
}

/// The `Default` of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EnumDefault {
    /// This variant, which has no payload.
    Unit(Name),
    /// The value decoded from no bytes.
    Read,
}

/// The marker type for a type whose values are kept as bytes: an enum without variants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opaque {
    /// The doc lines.
    pub docs: Vec<String>,
    /// The attributes from the user's settings.
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
    /// The attributes from the user's settings.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The constructor's id.
    pub id: u32,
    /// Its payload.
    pub payload: Payload,
}

/// The payload of a variant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Nothing: the constructor has no field.
    Unit,
    /// The struct.
    Inline(ItemPath),
    /// The struct behind a pointer.
    Boxed(ItemPath, Memory),
}

/// The numbers from outside that a function uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// None.
    Unused,
    /// The used ones have a name; in order.
    Named(Vec<Option<Name>>),
}

impl Given {
    /// Iterates over the names of the used ones, in order.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        let names: &[Option<Name>] = match self {
            Self::Unused => &[],
            Self::Named(names) => names,
        };
        names.iter().flatten()
    }
}

/// A number that is supplied by the code that reads or writes a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberParam {
    /// The variable.
    pub name: Name,
    /// The bits that fields determine, each with its source.
    pub bits: Vec<(u8, Presence)>,
    /// The vector whose length it is.
    pub length_of: Option<Name>,
    /// What else determines it.
    pub tells: Vec<Tells>,
}

/// What a function returns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// A value that owns its memory.
    Owned(RustType),
    /// A value that may borrow text from the reply.
    Borrowing(RustType),
    /// A value whose decoding needs numbers of the call, so it is kept as bytes until they are known.
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
    /// Returns its type.
    #[must_use]
    pub fn ty(&self) -> &RustType {
        match self {
            Self::Owned(ty) | Self::Borrowing(ty) | Self::Dependent { value: ty, .. } => ty,
        }
    }
}

/// A method that returns whether a field is present, named after the `true` field of the same bit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accessor {
    /// The field of the schema that it represents.
    pub tl_name: String,
    /// The TL names by which rustdoc's search finds it.
    pub aliases: Vec<String>,
    /// The doc lines.
    pub docs: Vec<String>,
    /// The method's name.
    pub name: Name,
    /// The field that decides.
    pub presence: Presence,
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The fields of the schema that it represents.
    pub tl_names: Vec<String>,
    /// The TL names by which rustdoc's search finds it.
    pub aliases: Vec<String>,
    /// The doc lines.
    pub docs: Vec<String>,
    /// The attributes from the user's settings.
    pub attributes: Vec<String>,
    /// The Rust name.
    pub name: Name,
    /// The type.
    pub ty: RustType,
}
