//! Values without parts, for a serializer.

use crate::reflect::{
    json::{
        digits::{Base64, Hex},
        form::Style,
        special,
        unwritable::no_number,
    },
    schema::builtin::Builtin,
    walk::event::Scalar,
};
use alloc::format;
use core::fmt::Display;
use serde_core::ser::{Error, Serialize, SerializeMap, Serializer};

/// Serializes a value without parts.
pub(super) struct Leaf<'w, 'b> {
    pub(super) scalar: Scalar<'b>,
    pub(super) style: Style,
    /// The place of the value.
    pub(super) trail: &'w dyn Display,
}

impl Serialize for Leaf<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.style == Style::Tdlib
            && let Some((value, message)) = no_number(self.scalar)
        {
            return Err(Error::custom(format_args!("{}: {value} {message}", self.trail)));
        }
        match self.scalar {
            Scalar::Nat(value) => serializer.serialize_u32(value),
            Scalar::Int(value) => serializer.serialize_i32(value),
            Scalar::Long(value, Builtin::Int53) if self.style == Style::Tdlib => {
                serializer.serialize_i64(value)
            }
            Scalar::Long(value, _) => serializer.collect_str(&value),
            Scalar::Double(value) if value.is_finite() => serializer.serialize_f64(value),
            Scalar::Double(value) => serializer.collect_str(&special::Double(value)),
            Scalar::Float(value) if value.is_finite() => serializer.serialize_f32(value),
            Scalar::Float(value) => serializer.collect_str(&special::Float(value)),
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
