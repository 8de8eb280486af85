//! What is asked of a line that is a JSON object.

use std::fmt;

use serde_core::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// All keys that somebody asks for; what is under others is passed over and takes no memory.
const KEYS: [&str; 5] = ["value", "id", "hex", "_", "@type"];

/// The fields of an object that are under [`KEYS`], unread.
#[derive(Debug, Default)]
pub(crate) struct Fields<'l>([Option<&'l RawValue>; KEYS.len()]);

impl<'l> Fields<'l> {
    /// What is under a key; of two of the same, the last.
    pub(crate) fn get(&self, key: &str) -> Option<&'l RawValue> {
        self.0[place(key)?]
    }
}

fn place(key: &str) -> Option<usize> {
    KEYS.iter().position(|known| *known == key)
}

impl<'l> Deserialize<'l> for Fields<'l> {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Collector)
    }
}

struct Collector;

impl<'l> Visitor<'l> for Collector {
    type Value = Fields<'l>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Fields<'l>, A::Error> {
        let mut fields = Fields::default();
        while let Some(Key(place)) = map.next_key()? {
            match place {
                Some(place) => fields.0[place] = Some(map.next_value()?),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(fields)
    }
}

/// The place of a key among [`KEYS`].
struct Key(Option<usize>);

impl<'l> Deserialize<'l> for Key {
    fn deserialize<D: Deserializer<'l>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(KeyVisitor)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(Key(place(key)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn asked_for_fields_are_found_and_others_passed_over() {
        let line = r#"{"a":{"b":[1]},"id":"ff","\u0069d":"fe","value":[ 1 ],"z":"\n"}"#;
        let fields: Fields<'_> = serde_json::from_str(line).unwrap();
        assert_eq!(fields.get("id").map(RawValue::get), Some(r#""fe""#));
        assert_eq!(fields.get("value").map(RawValue::get), Some("[ 1 ]"));
        assert!(fields.get("a").is_none() && fields.get("hex").is_none());
        assert!(serde_json::from_str::<Fields<'_>>(r#"{"a":1e}"#).is_err());
        assert!(serde_json::from_str::<Fields<'_>>("[1]").is_err());
    }
}
