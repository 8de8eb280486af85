//! Values that do not depend on any Rust type.

/// A value of a schema, with TL names; [`Examples`](crate::Examples) spells it as Rust.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ExampleValue {
    /// Numbers, such as `int`, `long` and `#`.
    Int(i64),
    /// `double` and `float`.
    Double(f64),
    /// `Bool`, and `true` behind a bit.
    Bool(bool),
    /// `string`.
    Text(String),
    /// `bytes`, and numbers of 128 bits or more, in wire order.
    Bytes(Vec<u8>),
    /// A vector or a repetition.
    Vector(Vec<Self>),
    /// A value of a constructor, or a call. Rows of repetitions have no name.
    Object {
        /// The name of the constructor or method.
        constructor: String,
        /// The fields that are present, by name, in any order. Flag words are computed, and may be omitted.
        fields: Vec<(String, Self)>,
    },
}
