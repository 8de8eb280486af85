//! The value of a field: its type, its codec and its size.
//!
//! Goldens: none, because it is what other files build.

use typelang_parser::{
    Location,
    schema::{NatExpr, TypeId},
};

use super::field_names::FieldNames;
use crate::plan::model::{
    codec::{Amount, Codec, Scalar},
    memory::Memory,
    rust::{RustType, Space},
    size::Size,
};

/// The value of a field: its type, its codec, and its size on the wire and in memory.
#[derive(Clone, Debug)]
pub(crate) struct Value {
    pub(crate) ty: RustType,
    pub(crate) codec: Codec,
    pub(crate) min_len: u32,
    pub(crate) size: Size,
}

impl Value {
    pub(crate) fn new(ty: RustType, codec: Codec, min_len: u32, size: Size) -> Self {
        Self { ty, codec, min_len, size }
    }

    /// Creates a placeholder for a value that is not generated, so that planning can continue.
    pub(crate) fn missing() -> Self {
        Self::new(RustType::Unit, Codec::Nothing, 0, Size::UNIT)
    }

    /// Returns whether it is a struct or an enum, not behind a pointer.
    pub(crate) fn is_item(&self) -> bool {
        let ty = &self.ty;
        let is_own = matches!(ty, RustType::Item(_) | RustType::Opaque(_));
        is_own || matches!(ty, RustType::Extern(_) | RustType::Applied(..))
    }

    /// Puts the value behind a pointer.
    pub(crate) fn boxed(self, memory: Memory) -> Self {
        let is_struct = matches!(&self.ty, RustType::Item(path) if path.space != Space::Enums);
        let codec = match self.codec {
            Codec::Natural if !is_struct => Codec::Within,
            codec => codec,
        };
        let codec = Codec::Boxed(Box::new(codec), memory);
        Self::new(RustType::Box(Box::new(self.ty), memory), codec, self.min_len, Size::BOX)
    }
}

/// The place of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A field that is always present.
    Required,
    /// A field behind a bit.
    Optional,
    /// An element of a vector.
    Element,
}

/// The place of a value, and the type that owns the field.
#[derive(Clone, Copy)]
pub(crate) struct Site<'a> {
    pub(crate) owner: Option<TypeId>,
    pub(crate) place: Place,
    pub(crate) location: Location,
    /// Whether nothing is written after it.
    pub(crate) is_last: bool,
    /// Where its vectors and boxes lie.
    pub(crate) memory: Memory,
    /// The variables of its numbers.
    pub(crate) names: &'a FieldNames,
}

impl Site<'_> {
    pub(crate) fn element(self) -> Self {
        Self { place: Place::Element, is_last: false, ..self }
    }
}

/// Converts a number to its expression in code.
pub(crate) fn amount(site: Site<'_>, nat: NatExpr) -> Amount {
    Amount { var: nat.var.map(|var| site.names.local(var)), plus: nat.plus }
}

/// Returns a number, or bytes of a fixed length.
pub(crate) fn scalar(ty: RustType, scalar: Scalar, bytes: u32) -> Value {
    let size =
        if matches!(ty, RustType::Array(_)) { Size::array(bytes) } else { Size::number(bytes) };
    Value::new(ty, Codec::Scalar(scalar), bytes, size)
}
