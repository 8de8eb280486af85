//! JSON put on a tape, from whatever serde reads it from, and no deeper than may be.

use crate::reflect::json::limits::DEPTH;
use crate::reflect::json::tape::{ARRAY, OBJECT, Start, Tape};
use crate::reflect::json::view::Json;
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

/// Under this key alone `serde_json` hands out a number when some crate asks for its feature `arbitrary_precision`.
const NUMBER: &str = "$serde_json::private::Number";

impl Tape {
    /// Reads a whole value.
    pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut tape = Self::default();
        Collector { tape: &mut tape, left: DEPTH }.deserialize(deserializer)?;
        Ok(tape)
    }
}

/// Puts a value on a tape; arrays and objects nest at most as deep as `left` says.
///
/// `serde_json`'s own values nest without bound, and of two fields of one name keep the last.
struct Collector<'t> {
    tape: &'t mut Tape,
    left: usize,
}

/// How a value came.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Came {
    /// As text that was made for whoever reads it.
    AsMadeText,
    Otherwise,
}

impl<'t> Collector<'t> {
    /// Begins an array or object, and says where and how deep its items may be.
    fn open<E: Error>(self, kind: u8) -> Result<(&'t mut Tape, Start, usize), E> {
        let Some(left) = self.left.checked_sub(1) else {
            return Err(E::custom(format_args!("it nests deeper than {DEPTH} levels")));
        };
        let start = self.tape.open(kind);
        Ok((self.tape, start, left))
    }
}

fn close<E: Error>(tape: &mut Tape, start: Start) -> Result<Came, E> {
    tape.close(start).map_err(|_| E::custom("it is longer than 4 GiB"))?;
    Ok(Came::Otherwise)
}

impl<'de> DeserializeSeed<'de> for Collector<'_> {
    type Value = Came;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Came, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Collector<'_> {
    type Value = Came;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a TL value as JSON")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Came, E> {
        self.tape.push_bool(value);
        Ok(Came::Otherwise)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Came, E> {
        self.tape.push_signed(value);
        Ok(Came::Otherwise)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Came, E> {
        self.tape.push_unsigned(value);
        Ok(Came::Otherwise)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Came, E> {
        if !value.is_finite() {
            let found = Unexpected::Float(value);
            return Err(E::invalid_value(found, &"\"nan\", \"inf\" or \"-inf\""));
        }
        self.tape.push_double(value);
        Ok(Came::Otherwise)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Came, E> {
        self.tape.push_text(text);
        Ok(Came::Otherwise)
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Came, E> {
        self.tape.push_text(&text);
        Ok(Came::AsMadeText)
    }

    fn visit_unit<E: Error>(self) -> Result<Came, E> {
        self.tape.push_null();
        Ok(Came::Otherwise)
    }

    fn visit_none<E: Error>(self) -> Result<Came, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Came, D::Error> {
        self.deserialize(inner)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Came, D::Error> {
        self.deserialize(inner)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Came, A::Error> {
        let (tape, start, left) = self.open(ARRAY)?;
        while seq.next_element_seed(Collector { tape, left })?.is_some() {}
        close(tape, start)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Came, A::Error> {
        let (tape, start, left) = self.open(OBJECT)?;
        while let Some(key) = map.next_key_seed(Key(tape))? {
            let at = tape.end();
            let came = map.next_value_seed(Collector { tape, left })?;
            // `serde_json` lends this key and makes the text, where the key and text of an object are both lent or both made.
            if key == KeyKind::Number && came == Came::AsMadeText && is_first(tape, start) {
                return number(tape, start, at);
            }
        }
        if let Some(key) = twice(tape, start) {
            return Err(A::Error::custom(format_args!("the key `{key}` is there twice")));
        }
        close(tape, start)
    }
}

/// Puts a key on a tape.
struct Key<'t>(&'t mut Tape);

/// What a key may stand for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyKind {
    Field,
    /// A number, if it has the text of one.
    Number,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = KeyKind;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<KeyKind, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for Key<'_> {
    type Value = KeyKind;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<KeyKind, E> {
        self.0.push_key(key);
        Ok(KeyKind::Field)
    }

    fn visit_borrowed_str<E: Error>(self, key: &'de str) -> Result<KeyKind, E> {
        self.0.push_key(key);
        Ok(if key == NUMBER { KeyKind::Number } else { KeyKind::Field })
    }
}

/// Whether the object that began at `start` has one entry.
fn is_first(tape: &Tape, start: Start) -> bool {
    tape.entries(start).only().is_some()
}

/// Puts the number in place of the object that began at `start`, in which it is the text at `at`.
fn number<E: Error>(tape: &mut Tape, start: Start, at: usize) -> Result<Came, E> {
    let text = match tape.at(at) {
        Json::Text(text) if text.bytes().all(|byte| b"+-.0123456789Ee".contains(&byte)) => text,
        _ => return Err(E::custom("a number is not spelled as one")),
    };
    let (signed, unsigned) = (text.parse().ok(), text.parse().ok());
    // Negative zero is no integer.
    let signed = signed.filter(|_| text != "-0");
    let double: Option<f64> = text.parse().ok();
    tape.forget(start);
    match (signed, unsigned, double) {
        (Some(value), ..) => tape.push_signed(value),
        (_, Some(value), _) => tape.push_unsigned(value),
        (.., Some(value)) if value.is_finite() => tape.push_double(value),
        _ => return Err(E::custom("number out of range")),
    }
    Ok(Came::Otherwise)
}

/// A key that the object which began at `start` has twice.
fn twice(tape: &Tape, start: Start) -> Option<String> {
    let mut keys: Vec<&str> = Vec::new();
    let entries = tape.entries(start);
    keys.reserve_exact(entries.keys().count());
    keys.extend(entries.keys());
    keys.sort_unstable();
    keys.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0].to_owned())
}

/// The value that a JSON text stands for, or what is wrong with the text.
pub(super) fn parse(json: &str) -> Result<Tape, String> {
    if json.trim_ascii().is_empty() {
        return Err("there is nothing".to_owned());
    }
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.disable_recursion_limit();
    let tape = Tape::read(&mut reader).map_err(|error| error.to_string())?;
    reader.end().map_err(|error| {
        format!("something follows the value at line {} column {}", error.line(), error.column())
    })?;
    Ok(tape)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reflect::json::view::{Json, Number};
    use serde_core::de::{
        IntoDeserializer,
        value::{BorrowedStrDeserializer, Error, MapAccessDeserializer},
    };

    /// An object with one entry, the key lent and the text lent or made.
    struct Entry {
        text: Option<&'static str>,
        is_made: bool,
    }

    impl<'de> MapAccess<'de> for Entry {
        type Error = Error;

        fn next_key_seed<K: DeserializeSeed<'de>>(
            &mut self,
            seed: K,
        ) -> Result<Option<K::Value>, Error> {
            let key = self.text.map(|_| BorrowedStrDeserializer::new(NUMBER));
            key.map(|key| seed.deserialize(key)).transpose()
        }

        fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
            let text = self.text.take().unwrap();
            if self.is_made {
                return seed.deserialize(text.to_owned().into_deserializer());
            }
            seed.deserialize(BorrowedStrDeserializer::new(text))
        }
    }

    fn read(text: &'static str, is_made: bool) -> Result<Tape, Error> {
        Tape::read(MapAccessDeserializer::new(Entry { text: Some(text), is_made }))
    }

    #[test]
    fn numbers_of_arbitrary_precision_are_numbers() {
        for (text, number) in [
            ("7", Number::Signed(7)),
            ("-7", Number::Signed(-7)),
            ("9223372036854775808", Number::Unsigned(1 << 63)),
            ("1.5e2", Number::Double(150.0)),
        ] {
            let tape = read(text, true).unwrap();
            assert!(matches!(tape.root(), Json::Number(read) if read == number), "{text}");
            assert!(tape.end() <= 11, "the object is gone");
        }
        let tape = read("-0", true).unwrap();
        let Json::Number(Number::Double(zero)) = tape.root() else { panic!("a double") };
        assert!(zero.is_sign_negative());
        for text in ["inf", "nan", "1e999", "", "seven"] {
            assert!(read(text, true).is_err(), "{text}");
        }
    }

    #[test]
    fn an_object_of_the_same_key_is_an_object() {
        let tape = read("7", false).unwrap();
        let Json::Object(entries) = tape.root() else { panic!("an object") };
        assert!(matches!(entries.only(), Some((NUMBER, Json::Text("7")))));
    }

    #[test]
    fn a_tape_knows_how_short_its_text_may_be() {
        for text in [
            "[]",
            "{}",
            "null",
            "[1,-23,true,false]",
            r#"{"a":[[],{}],"bc":"d","e":{"f":1}}"#,
            "[18446744073709551615,-9223372036854775808]",
        ] {
            let len = parse(text).unwrap().text_len();
            assert!(len <= text.len() + 2 && len + 4 >= text.len(), "{len} {text}");
        }
    }
}
