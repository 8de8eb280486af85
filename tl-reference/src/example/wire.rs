//! The bytes of an example, with what each of them means.

use core::{convert::Infallible, fmt::Write};

use typelang_parser::counted;
use typelang_runtime::{
    Options,
    reflect::{
        Combinator, Event, Field, Form, List, Piece, Root, Scalar, Schema, Visitor,
        json::{self, Style},
        walk,
    },
};

use super::json::hex;

/// Bytes of an example, and what each piece of them means.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Wire {
    /// All bytes as hex.
    pub hex: String,
    /// The number of bytes.
    pub len: usize,
    /// The pieces, in order.
    pub lines: Vec<Line>,
}

/// A piece of the bytes.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Line {
    /// The offset of its first byte.
    pub offset: u64,
    /// Its bytes as hex, four bytes a group.
    pub bytes: String,
    /// The field that it is of, such as `query.peer`; empty for the call itself.
    pub path: String,
    /// The type in the schema; empty where no field has it.
    pub ty: String,
    /// The value.
    pub value: String,
}

/// Encodes an example and walks over its bytes; `None` if the JSON cannot be encoded.
#[must_use]
pub fn wire(
    schema: &Schema,
    is_tdlib: bool,
    (id, is_method): (u32, bool),
    json: &str,
) -> Option<Wire> {
    let schemas = core::slice::from_ref(schema);
    let style = if is_tdlib { Style::Tdlib } else { Style::Tl };
    let combinator = if is_method { schema.function(id) } else { schema.constructor(id) }?;
    let root = Root::Boxed(schema, combinator);
    let form = json::Form { style, ..json::Form::default() };
    let bytes = json::encode_text(schemas, root, json, form).ok()?;
    let mut lines = Lines { schema, out: Vec::new(), places: Vec::new() };
    walk(schemas, root, &bytes, &Options::DEFAULT, &mut lines).ok()?;
    Some(Wire { hex: hex(&bytes), len: bytes.len(), lines: lines.out })
}

/// A visitor that makes a line of each piece.
struct Lines<'s> {
    schema: &'s Schema,
    out: Vec<Line>,
    places: Vec<Place<'s>>,
}

enum Place<'s> {
    Value(&'s Combinator, Option<&'s Field>),
    List(u32),
    Round(Option<&'s Field>),
}

impl Lines<'_> {
    fn path(&self) -> String {
        let mut path = String::new();
        for place in &self.places {
            match place {
                Place::List(item) => _ = write!(path, "[{item}]"),
                Place::Value(_, Some(field)) | Place::Round(Some(field)) => {
                    let dot = if path.is_empty() { "" } else { "." };
                    _ = write!(path, "{dot}{}", field.key());
                }
                Place::Value(..) | Place::Round(_) => {}
            }
        }
        path
    }

    fn ty(&self) -> String {
        let Some(Place::Value(_, Some(field)) | Place::Round(Some(field))) = self.places.last()
        else {
            return String::new();
        };
        let owner = self.places.iter().rev().find_map(|place| match place {
            Place::Value(combinator, _) => Some(*combinator),
            _ => None,
        });
        owner.map(|owner| self.schema.spelled(owner, field).to_string()).unwrap_or_default()
    }

    fn line(&mut self, piece: Piece<'_>, value: String) {
        let groups: Vec<String> = piece.bytes.chunks(4).map(hex).collect();
        let (path, ty) = (self.path(), self.ty());
        self.out.push(Line { offset: piece.offset, bytes: groups.join(" "), path, ty, value });
    }

    /// A `#` with the names of the fields whose bits are set.
    fn word(&self, value: u32) -> String {
        let Some(Place::Value(owner, Some(word))) = self.places.last() else {
            return value.to_string();
        };
        let set = owner.bits_of(word).filter(|(bit, _)| value >> bit & 1 == 1);
        let names: Vec<String> = set.map(|(bit, field)| format!("{bit} {}", field.key())).collect();
        if names.is_empty() { value.to_string() } else { format!("{value} ({})", names.join(", ")) }
    }

    fn scalar(&self, scalar: Scalar<'_>) -> String {
        match scalar {
            Scalar::Nat(value) => self.word(value),
            Scalar::Int(value) => value.to_string(),
            Scalar::Long(value, _) => value.to_string(),
            Scalar::Double(value) => format!("{value:?}"),
            Scalar::Float(value) => format!("{value:?}"),
            Scalar::Bool(value) => value.to_string(),
            Scalar::True => "true".to_owned(),
            Scalar::Text(text) => format!("{text:?}"),
            Scalar::Bytes(bytes, _) | Scalar::Unknown(bytes) | Scalar::OfLayer { bytes, .. } => {
                hex(bytes)
            }
        }
    }
}

impl<'s> Visitor<'s> for Lines<'s> {
    type Stop = Infallible;

    fn visit(&mut self, piece: Piece<'_>, event: Event<'s, '_>) -> Result<(), Infallible> {
        match event {
            Event::Any | Event::Absent(_) => {}
            Event::Begin(combinator, form) => {
                let bare = if form == Form::Bare { ", bare" } else { "" };
                if !piece.bytes.is_empty() {
                    self.line(piece, format!("{}{bare}", combinator.name()));
                }
                self.places.push(Place::Value(combinator, None));
            }
            Event::Field(field) => {
                if let Some(Place::Value(_, at) | Place::Round(at)) = self.places.last_mut() {
                    *at = Some(field);
                }
            }
            Event::BeginList(count, list) => {
                let items = counted(usize::try_from(count).unwrap_or(usize::MAX), "item");
                if list != List::Repetition {
                    self.line(piece, items);
                }
                self.places.push(Place::List(0));
            }
            Event::Item(at) => {
                if let Some(Place::List(item)) = self.places.last_mut() {
                    *item = at;
                }
            }
            Event::BeginRound => self.places.push(Place::Round(None)),
            Event::End(_) | Event::EndList | Event::EndRound => drop(self.places.pop()),
            Event::Scalar(scalar) => {
                let value = self.scalar(scalar);
                self.line(piece, value);
            }
        }
        Ok(())
    }
}
