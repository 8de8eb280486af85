//! Values of examples, before any language spells them.

use typelang_parser::schema::{Builtin, CombinatorId};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number of at most 64 bits, with its predefined type.
    Int(i64, Builtin),
    /// A `#` that the other fields do not tell.
    Nat(u32),
    /// A `double` or `float`.
    Double(f64),
    /// A `Bool`.
    Bool(bool),
    /// A `true`.
    True,
    /// Text.
    Text(String),
    /// Bytes, of a fixed or of any number.
    Bytes(Vec<u8>),
    /// A list.
    List(Vec<Value>),
    /// A value of a constructor, or a call of a method.
    Object(Object),
    /// One turn of a repetition: its fields.
    Row(Vec<(String, Value)>),
}

/// A value of a constructor, or a call of a method.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    /// The combinator.
    pub combinator: CombinatorId,
    /// The fields that are present, by key, in the order of the declaration.
    pub fields: Vec<(String, Value)>,
}
