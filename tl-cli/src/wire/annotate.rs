//! Bytes with what they mean, a line for each item.

use std::{
    fmt::Write as _,
    io::{self, Write},
};

use typelang_parser::{counted, printable_line};
use typelang_runtime::reflect::{
    Combinator, Event, Field, Form, List, Piece, Scalar, Schema, Visitor,
};
#[cfg(feature = "gzip")]
use typelang_runtime::{
    Options,
    mtproto::GzipPacked,
    reflect::{Ended, Root, walk},
};

/// How many bytes of an item are shown.
const SHOWN: usize = 8;

/// How many characters of text are shown.
const TEXT: usize = 60;

/// A visitor that prints offset, bytes, path, type and value.
pub(crate) struct Annotate<'s, 'o, W> {
    schemas: &'s [Schema],
    out: &'o mut W,
    is_coloured: bool,
    /// The text before a line, which marks packed values.
    margin: &'static str,
    /// What is open.
    places: Vec<Place<'s>>,
    /// Whether something that was packed could not be read.
    pub(crate) is_packed_wrong: bool,
    /// The line of what was read last, without its bytes: what is still sound when reading fails.
    pub(crate) last: Option<String>,
}

enum Place<'s> {
    Value(&'s Combinator, Option<&'s Field>),
    List(u32),
    Round(Option<&'s Field>),
}

impl<'s, 'o, W: Write> Annotate<'s, 'o, W> {
    pub(crate) fn new(schemas: &'s [Schema], is_coloured: bool, out: &'o mut W) -> Self {
        Self {
            schemas,
            out,
            is_coloured,
            margin: "",
            places: Vec::new(),
            is_packed_wrong: false,
            last: None,
        }
    }

    /// The way to the item: `users.users[3].photo`.
    fn path(&self) -> String {
        let mut path = String::new();
        for place in &self.places {
            let field = match place {
                Place::Value(combinator, field) => {
                    if path.is_empty() {
                        path.push_str(combinator.name());
                    }
                    field
                }
                Place::Round(field) => field,
                Place::List(item) => {
                    _ = write!(path, "[{item}]");
                    continue;
                }
            };
            if let Some(field) = field {
                _ = write!(path, ".{}", field.key());
            }
        }
        path
    }

    /// The type of the field that is innermost; nothing inside lists.
    fn ty(&self) -> String {
        let Some(Place::Value(_, Some(field)) | Place::Round(Some(field))) = self.places.last()
        else {
            return String::new();
        };
        let combinator = self.places.iter().rev().find_map(|place| match place {
            Place::Value(combinator, _) => Some(*combinator),
            _ => None,
        });
        let owner = combinator.and_then(|combinator| {
            let schema = self.schemas.iter().find(|schema| schema.has(combinator))?;
            Some(schema.spelled(combinator, field).to_string())
        });
        owner.unwrap_or_default()
    }

    fn line(&mut self, piece: Piece<'_>, value: &str) -> io::Result<()> {
        // A terminal gets the line as it is, with colours. Values are quoted; names are a schema's.
        let (path, ty) = (self.path(), self.ty());
        let (path, ty, value) = (printable_line(&path), printable_line(&ty), printable_line(value));
        let colon = if ty.is_empty() { "" } else { ": " };
        let bytes = bytes(piece.bytes);
        let offset = format!("{}{:06x}", self.margin, piece.offset);
        if self.is_coloured {
            writeln!(
                self.out,
                "\u{1b}[2m{offset}  {bytes:<WIDTH$}\u{1b}[0m  \u{1b}[36m{path}\u{1b}[0m{colon}{ty} = \u{1b}[1m{value}\u{1b}[0m"
            )?;
        } else {
            writeln!(self.out, "{offset}  {bytes:<WIDTH$}  {path}{colon}{ty} = {value}")?;
        }
        self.last = Some(format!("`{path}` at byte {0} ({0:06x}), = {value}", piece.offset));
        Ok(())
    }

    fn begin(
        &mut self,
        piece: Piece<'_>,
        combinator: &'s Combinator,
        form: Form,
    ) -> io::Result<()> {
        let value = match form {
            Form::Boxed => format!("{}#{:08x}", combinator.name(), combinator.id()),
            Form::Bare => format!("{}, bare", combinator.name()),
        };
        // The first one begins the path; others are in a field.
        if self.places.is_empty() {
            self.places.push(Place::Value(combinator, None));
            return self.line(piece, &value);
        }
        self.line(piece, &value)?;
        self.places.push(Place::Value(combinator, None));
        Ok(())
    }

    fn begin_list(&mut self, piece: Piece<'_>, count: u32, list: List) -> io::Result<()> {
        let items = counted(usize::try_from(count).unwrap_or(usize::MAX), "item");
        let how = match list {
            List::Boxed => "",
            List::Bare => ", bare",
            List::Repetition => ", counted elsewhere",
        };
        self.line(piece, &format!("{items}{how}"))?;
        self.places.push(Place::List(0));
        Ok(())
    }

    /// The bits of a `#`, by the names of their fields.
    fn word(&self, value: u32) -> String {
        let Some(Place::Value(combinator, Some(word))) = self.places.last() else {
            return value.to_string();
        };
        let mut known = 0;
        let mut names: Vec<String> = Vec::new();
        let mut fields: Vec<(u32, &Field)> = combinator.bits_of(word).collect();
        fields.sort_by_key(|(bit, _)| *bit);
        for (bit, field) in fields {
            known |= 1 << bit;
            if value >> bit & 1 == 1 {
                names.push(format!("{bit} {}", field.key()));
            }
        }
        let unknown = value & !known;
        if known != 0 && unknown != 0 {
            names.push(format!("{unknown:#x} without a field"));
        }
        let list = names.join(", ");
        if list.is_empty() { value.to_string() } else { format!("{value} ({list})") }
    }
}

#[cfg(feature = "gzip")]
impl<W: Write> Annotate<'_, '_, W> {
    /// Shows what is in a `gzip_packed`, with offsets of its own; what is packed once more in it stays so.
    fn unpack(&mut self, packed: &[u8]) -> io::Result<()> {
        let Some(Place::Value(combinator, _)) = self.places.last() else { return Ok(()) };
        if combinator.id() != <GzipPacked as typelang_runtime::Combinator>::ID
            || !self.margin.is_empty()
        {
            return Ok(());
        }
        let object = match (GzipPacked { packed_data: packed }).unpack() {
            Ok(object) => object,
            Err(error) => {
                self.is_packed_wrong = true;
                let error = error.to_string();
                return writeln!(
                    self.out,
                    "{PACKED}it cannot be unpacked: {}",
                    printable_line(&error)
                );
            }
        };
        let mut inner = Annotate::new(self.schemas, self.is_coloured, &mut *self.out);
        inner.margin = PACKED;
        let bytes = object.as_bytes();
        match walk(self.schemas, Root::Any, bytes, &Options::DEFAULT, &mut inner) {
            Ok(_) => Ok(()),
            Err(Ended::Stop(error)) => Err(error),
            Err(Ended::Fault(fault)) => {
                self.is_packed_wrong = true;
                writeln!(self.out, "{PACKED}{}", printable_line(&fault.to_string()))
            }
        }
    }
}

/// The text before the lines of a packed value.
#[cfg(feature = "gzip")]
const PACKED: &str = "  | ";

/// Two digits a byte, a blank after four, and three for what is left out.
const WIDTH: usize = 2 * SHOWN + 1 + 2;

fn bytes(bytes: &[u8]) -> String {
    let mut text = String::new();
    for (at, byte) in bytes.iter().take(SHOWN).enumerate() {
        if at == 4 {
            text.push(' ');
        }
        _ = write!(text, "{byte:02x}");
    }
    if bytes.len() > SHOWN {
        text.push_str(" …");
    }
    text
}

fn scalar(scalar: Scalar<'_>) -> String {
    match scalar {
        Scalar::Nat(value) => value.to_string(),
        Scalar::Int(value) => value.to_string(),
        Scalar::Long(value, _) => value.to_string(),
        Scalar::Double(value) => format!("{value:?}"),
        Scalar::Float(value) => format!("{value:?}"),
        Scalar::Bool(value) => value.to_string(),
        Scalar::True => "true".to_owned(),
        Scalar::Text(text) => {
            let shown: String = text.chars().take(TEXT).collect();
            if shown.len() < text.len() {
                format!("{shown:?}… ({} bytes)", text.len())
            } else {
                format!("{text:?}")
            }
        }
        Scalar::Bytes(value, _) => long_hex(value),
        Scalar::Unknown(value) => format!("an object that no schema has: {}", long_hex(value)),
        Scalar::OfLayer { layer, name, bytes } => {
            format!("`{name}` of layer {layer}: {}", long_hex(bytes))
        }
    }
}

fn long_hex(value: &[u8]) -> String {
    let mut text = String::new();
    for byte in value.iter().take(TEXT / 2) {
        _ = write!(text, "{byte:02x}");
    }
    if value.len() > TEXT / 2 {
        _ = write!(text, "… ({} bytes)", value.len());
    } else if value.is_empty() {
        text.push_str("no bytes");
    }
    text
}

impl<'s, W: Write> Visitor<'s> for Annotate<'s, '_, W> {
    type Stop = io::Error;

    fn visit(&mut self, piece: Piece<'_>, event: Event<'s, '_>) -> io::Result<()> {
        match event {
            Event::Any | Event::Absent(_) => {}
            Event::Begin(combinator, form) => self.begin(piece, combinator, form)?,
            Event::Field(field) => {
                if let Some(Place::Value(_, at) | Place::Round(at)) = self.places.last_mut() {
                    *at = Some(field);
                }
            }
            Event::BeginList(count, list) => self.begin_list(piece, count, list)?,
            Event::Item(at) => {
                if let Some(Place::List(item)) = self.places.last_mut() {
                    *item = at;
                }
            }
            Event::BeginRound => self.places.push(Place::Round(None)),
            Event::End(_) | Event::EndList | Event::EndRound => {
                self.places.pop();
            }
            Event::Scalar(Scalar::Nat(value)) => {
                let value = self.word(value);
                self.line(piece, &value)?;
            }
            Event::Scalar(value) => {
                self.line(piece, &scalar(value))?;
                #[cfg(feature = "gzip")]
                if let Scalar::Bytes(packed, _) = value {
                    self.unpack(packed)?;
                }
            }
        }
        Ok(())
    }
}
