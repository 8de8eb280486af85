//! JSON put on a tape, from whatever serde reads it from, and no deeper than may be.

use super::{
    encode::DEPTH,
    tape::{ARRAY, OBJECT, Start, Tape},
    view::Json,
};
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
