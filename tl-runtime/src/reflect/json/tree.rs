//! JSON in memory, from whatever serde reads it from, and no deeper than may be.

use super::encode::DEPTH;
use alloc::{
    borrow::ToOwned,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;
use serde_core::de::{
    DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::{Map, Number, Value};

/// Under this key alone `serde_json` hands out a number when some crate asks for its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

/// A value whose arrays and objects nest at most as deep as `left` says.
///
/// `serde_json`'s own values nest without bound, and of two fields of one name keep the last.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tree {
    left: usize,
}

impl Tree {
    /// A whole value.
    pub(crate) const fn whole() -> Self {
        Self { left: DEPTH }
    }

    fn inside<E: Error>(self) -> Result<Self, E> {
        let left = self.left.checked_sub(1);
        let left =
            left.ok_or_else(|| E::custom(format_args!("it nests deeper than {DEPTH} levels")))?;
        Ok(Self { left })
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TL value as JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        let number = Number::from_f64(value).map(Value::Number);
        number.ok_or_else(|| {
            E::invalid_value(Unexpected::Float(value), &"\"nan\", \"inf\" or \"-inf\"")
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(Value::String(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Value, E> {
        Ok(Value::String(text))
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        self.deserialize(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Value, D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        // How many items there are is known when they have been read: who says so before may lie.
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let inside = self.inside()?;
        let mut fields = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value_seed(inside)?;
            if key == NUMBER && fields.is_empty() {
                return number(&value);
            }
            if fields.contains_key(&key) {
                return Err(A::Error::custom(format_args!("the key `{key}` is there twice")));
            }
            fields.insert(key, value);
        }
        Ok(Value::Object(fields))
    }
}

/// The number that `serde_json` hands out as text.
fn number<E: Error>(text: &Value) -> Result<Value, E> {
    let parsed = text.as_str().and_then(|text| text.parse().ok());
    parsed.map(Value::Number).ok_or_else(|| E::custom("a number is not spelled as one"))
}

/// The value that a JSON text stands for, or what is wrong with the text.
pub(super) fn parse(json: &str) -> Result<Value, String> {
    if json.trim_ascii().is_empty() {
        return Err("there is nothing".to_owned());
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.disable_recursion_limit();
    let value = Tree::whole().deserialize(&mut reader).map_err(|error| error.to_string())?;
    reader.end().map_err(|error| {
        format!("something follows the value at line {} column {}", error.line(), error.column())
    })?;
    Ok(value)
}
