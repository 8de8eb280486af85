//! Values without parts, for a serializer.

use crate::reflect::{
    json::{
        digits::{Base64, Hex},
        form::Style,
        special,
    },
    schema::builtin::Builtin,
    walk::event::Scalar,
};
use alloc::format;
use core::fmt::Display;
use serde_core::ser::{Error, Serialize, SerializeMap, Serializer};

/// From this number on, several integers have the same double.
const EXACT: u64 = 1 << 53;

/// Serializes a value without parts.
pub(super) struct Leaf<'w, 'b> {
    pub(super) scalar: Scalar<'b>,
    pub(super) style: Style,
    /// The place of the value.
    pub(super) trail: &'w dyn Display,
}

impl Serialize for Leaf<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.scalar {
            Scalar::Nat(value) => serializer.serialize_u32(value),
            Scalar::Int(value) => serializer.serialize_i32(value),
            Scalar::Long(value, Builtin::Int53) if self.style == Style::Tdlib => {
                self.int53(value, serializer)
            }
            Scalar::Long(value, _) => serializer.collect_str(&value),
            Scalar::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            Scalar::Double(value) => self.special(&special::Double(value), serializer),
            Scalar::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            Scalar::Float(value) => self.special(&special::Float(value), serializer),
            Scalar::Bool(value) => serializer.serialize_bool(value),
            Scalar::True => serializer.serialize_bool(true),
            Scalar::Text(text) => serializer.serialize_str(text),
            Scalar::Bytes(bytes, _) => match self.style {
                Style::Tl => serializer.collect_str(&Hex(bytes)),
                Style::Tdlib => serializer.collect_str(&Base64(bytes)),
            },
            Scalar::Unknown(bytes) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("$hex", &format!("{}", Hex(bytes)))?;
                map.end()
            }
            Scalar::OfLayer { layer, name, bytes } => {
                let mut map = serializer.serialize_map(Some(3))?;
                map.serialize_entry(self.style.key(), name)?;
                map.serialize_entry("$layer", &layer)?;
                map.serialize_entry("$hex", &format!("{}", Hex(bytes)))?;
                map.end()
            }
        }
    }
}

impl Leaf<'_, '_> {
    /// Refuses a number if a reader of JSON might lose its digits.
    fn int53<S: Serializer>(&self, value: i64, serializer: S) -> Result<S::Ok, S::Error> {
        if value.unsigned_abs() >= EXACT {
            let message = "is no `int53`: write a number of at most 53 bits";
            return Err(self.refuse(&value, message));
        }
        serializer.serialize_i64(value)
    }

    /// A number that JSON does not have.
    fn special<S: Serializer>(
        &self,
        value: &impl Display,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match self.style {
            Style::Tl => serializer.collect_str(value),
            Style::Tdlib => Err(self.refuse(value, "is no number of JSON: write a finite one")),
        }
    }

    fn refuse<E: Error>(&self, value: &impl Display, message: &str) -> E {
        E::custom(format_args!("{}: {value} {message}", self.trail))
    }
}
