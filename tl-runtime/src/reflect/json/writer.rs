//! From bytes to JSON: a visitor that writes each event.

use crate::reflect::json::digits::{write_base64, write_decimal, write_hex};
use crate::reflect::json::form::{Form, Layout, Style, Words};
use crate::reflect::json::null::item_of;
use crate::reflect::json::place::Place;
use crate::reflect::json::special;
use crate::reflect::json::unwritable::{Unwritable, no_number};
use crate::reflect::schema::{
    builtin::Builtin,
    combinator::Combinator,
    field::{Field, Uses},
    table::Schema,
};
use crate::reflect::walk::event::{Event, Piece, Scalar, Visitor};
use alloc::string::ToString;
use core::fmt;

/// A visitor that writes a walk as JSON.
///
/// ```
/// # use typelang_parser::{Options as Settings, Sources, check, tlo};
/// # let mut sources = Sources::new();
/// # sources.add("shapes.tl", "user#00000001 flags:# bot:flags.0?true id:long name:flags.1?string = User;");
/// # let compiled = tlo::write(&check(&sources, &Settings::default()).schema);
/// use typelang_runtime::{Options, reflect::{Root, Schema, json::{Form, JsonWriter}, walk}};
///
/// // compiled from: user#00000001 flags:# bot:flags.0?true id:long name:flags.1?string = User;
/// let schemas = [Schema::from_tlo(&compiled)?];
/// let bytes = [1, 0, 0, 0, 1, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0];
/// let mut json = String::new();
/// let mut writer = JsonWriter::new(&mut json, &schemas, Form::default());
/// walk(&schemas, Root::Any, &bytes, &Options::DEFAULT, &mut writer).expect("a user");
/// assert_eq!(json, r#"{"_":"user","bot":true,"id":"7"}"#);
/// # Ok::<(), typelang_runtime::reflect::Malformed>(())
/// ```
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the next piece")]
pub struct JsonWriter<'s, 'o, W> {
    out: &'o mut W,
    schemas: &'s [Schema],
    form: Form,
    /// The number of open objects and arrays.
    level: usize,
    /// Whether the innermost one has an entry.
    is_begun: bool,
    /// A `#` that is written only if its value requires it.
    word: Option<&'s Field>,
    /// Whether the next value has no field: that of a predefined type, as an object.
    is_alone: bool,
    /// Whether the schema does not determine the type of the next value.
    is_any: bool,
    /// Whether the next fields are those of a `nullable`. JSON has its value or `null`.
    is_nullable: bool,
    /// The place of the next value, in a form that does not have all numbers.
    place: Place<'s>,
}

impl<'s, 'o, W: fmt::Write> JsonWriter<'s, 'o, W> {
    /// Creates a writer to `out`; the schemas are those of the walk.
    pub const fn new(out: &'o mut W, schemas: &'s [Schema], form: Form) -> Self {
        let (level, is_begun, word, is_alone) = (0, false, None, false);
        let (is_any, is_nullable) = (false, false);
        let place = Place::new();
        Self { out, schemas, form, level, is_begun, word, is_alone, is_any, is_nullable, place }
    }

    /// Whether everything that was opened is closed.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.level == 0
    }

    /// Starts the next entry.
    fn next(&mut self) -> fmt::Result {
        if self.is_begun {
            self.out.write_char(',')?;
        }
        self.is_begun = true;
        self.line()
    }

    fn line(&mut self) -> fmt::Result {
        if self.form.layout == Layout::Lines {
            self.out.write_char('\n')?;
            for _ in 0..self.level {
                self.out.write_str("  ")?;
            }
        }
        Ok(())
    }

    fn key(&mut self, name: &str) -> fmt::Result {
        if self.form.layout == Layout::Line {
            // All fields come through here, so it writes as few pieces as possible.
            self.out.write_str(if self.is_begun { ",\"" } else { "\"" })?;
            self.is_begun = true;
        } else {
            self.next()?;
            self.out.write_char('"')?;
        }
        // Names are letters, digits, dots and underscores.
        self.out.write_str(name)?;
        self.colon()
    }

    fn colon(&mut self) -> fmt::Result {
        self.out.write_str(if self.form.layout == Layout::Lines { "\": " } else { "\":" })
    }

    fn field(&mut self, field: &Field) -> fmt::Result {
        if !field.name().is_empty() {
            return self.key(field.name());
        }
        self.next()?;
        write!(self.out, "\"{}", field.place())?;
        self.colon()
    }

    fn open(&mut self, mark: char) -> fmt::Result {
        self.level += 1;
        self.is_begun = false;
        self.out.write_char(mark)
    }

    fn close(&mut self, mark: char) -> fmt::Result {
        self.level -= 1;
        if self.is_begun {
            self.line()?;
        }
        self.is_begun = true;
        self.is_alone = false;
        self.out.write_char(mark)
    }

    fn begin(&mut self, combinator: &'s Combinator) -> fmt::Result {
        if item_of(self.form.style, combinator).is_some() {
            self.is_nullable = true;
            return Ok(());
        }
        let needs_id = combinator.shares_name
            || core::mem::take(&mut self.is_any) && !self.is_found_by_name(combinator);
        self.open('{')?;
        self.key(self.form.style.key())?;
        self.out.write_char('"')?;
        self.out.write_str(combinator.name())?;
        if needs_id {
            write!(self.out, "#{:08x}", combinator.id())?;
        }
        self.is_alone = true;
        self.out.write_char('"')
    }

    /// Whether the name alone identifies this combinator.
    fn is_found_by_name(&self, combinator: &Combinator) -> bool {
        let found = || self.schemas.iter().find_map(|schema| schema.named(combinator.name()));
        self.schemas.len() < 2 || found().is_some_and(|found| core::ptr::eq(found, combinator))
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> fmt::Result {
        self.is_any = false;
        if self.is_nullable {
            // The word that says whether the item is null.
            return Ok(());
        }
        if let (Some(field), Scalar::Nat(value)) = (self.word.take(), scalar) {
            if !is_shown(self.form.words, field, value) {
                return Ok(());
            }
            self.field(field)?;
        } else if core::mem::take(&mut self.is_alone) {
            self.key("value")?;
        }
        self.value(scalar)
    }

    fn value(&mut self, scalar: Scalar<'_>) -> fmt::Result {
        match scalar {
            Scalar::Nat(value) => write_decimal(value.into(), "", self.out),
            Scalar::Int(value) => write_decimal(value.into(), "", self.out),
            Scalar::Long(value, Builtin::Int53) if self.form.style == Style::Tdlib => {
                write_decimal(value, "", self.out)
            }
            Scalar::Long(value, _) => write_decimal(value, "\"", self.out),
            Scalar::Double(value) if value.is_finite() => write!(self.out, "{value:?}"),
            Scalar::Double(value) => write!(self.out, "\"{}\"", special::Double(value)),
            Scalar::Float(value) if value.is_finite() => write!(self.out, "{value:?}"),
            Scalar::Float(value) => write!(self.out, "\"{}\"", special::Float(value)),
            Scalar::Bool(value) => self.out.write_str(if value { "true" } else { "false" }),
            Scalar::True => self.out.write_str("true"),
            Scalar::Text(text) => write_text(text, self.out),
            Scalar::Bytes(bytes, _) => {
                self.out.write_char('"')?;
                match self.form.style {
                    Style::Tl => write_hex(bytes, self.out)?,
                    Style::Tdlib => write_base64(bytes, self.out)?,
                }
                self.out.write_char('"')
            }
            Scalar::Unknown(bytes) => {
                self.open('{')?;
                self.key("$hex")?;
                self.out.write_char('"')?;
                write_hex(bytes, self.out)?;
                self.out.write_char('"')?;
                self.close('}')
            }
            Scalar::OfLayer { layer, name, bytes } => {
                self.open('{')?;
                self.key(self.form.style.key())?;
                write_text(name, self.out)?;
                self.key("$layer")?;
                write!(self.out, "{layer}")?;
                self.key("$hex")?;
                self.out.write_char('"')?;
                write_hex(bytes, self.out)?;
                self.out.write_char('"')?;
                self.close('}')
            }
        }
    }

    fn event(&mut self, event: Event<'s, '_>) -> fmt::Result {
        match event {
            Event::Any => {
                self.is_any = true;
                Ok(())
            }
            Event::Begin(combinator, _) => self.begin(combinator),
            Event::Field(field) => {
                self.is_alone = false;
                if self.is_nullable {
                    self.is_nullable = field.is_nat();
                    return Ok(());
                }
                if field.is_nat() {
                    self.word = Some(field);
                    return Ok(());
                }
                self.field(field)
            }
            Event::Absent(_) => {
                self.is_alone = false;
                if core::mem::take(&mut self.is_nullable) {
                    return self.out.write_str("null");
                }
                Ok(())
            }
            Event::BeginList(..) => self.open('['),
            Event::Item(_) => self.next(),
            Event::EndList => self.close(']'),
            Event::BeginRound => self.open('{'),
            Event::End(combinator) if item_of(self.form.style, combinator).is_some() => Ok(()),
            Event::End(_) | Event::EndRound => self.close('}'),
            Event::Scalar(scalar) => self.scalar(scalar),
        }
    }
}

impl<'s, W: fmt::Write> Visitor<'s> for JsonWriter<'s, '_, W> {
    type Stop = Unwritable;

    fn visit(&mut self, _: Piece<'_>, event: Event<'s, '_>) -> Result<(), Unwritable> {
        if self.form.style == Style::Tdlib {
            self.place.follow(&event, self.form.style);
            if let Event::Scalar(scalar) = event
                && let Some((value, message)) = no_number(scalar)
            {
                return Err(Unwritable::Number { path: self.place.to_string(), value, message });
            }
        }
        Ok(self.event(event)?)
    }
}

/// Whether a `#` is written.
pub(crate) fn is_shown(words: Words, field: &Field, value: u32) -> bool {
    let Uses { bits, counts, is_remote, .. } = field.uses;
    match words {
        Words::Always => true,
        Words::Data if bits == 0 && !counts => true,
        // Its dependents may be missing, and those of an optional number do not show whether it was present.
        _ if is_remote || field.is_optional() => true,
        _ => !counts && value & !bits != 0,
    }
}

fn write_text(text: &str, out: &mut impl fmt::Write) -> fmt::Result {
    out.write_char('"')?;
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|byte| byte < 0x20 || byte == b'"' || byte == b'\\')
    {
        out.write_str(&rest[..at])?;
        match rest.as_bytes()[at] {
            b'"' => out.write_str("\\\""),
            b'\\' => out.write_str("\\\\"),
            b'\n' => out.write_str("\\n"),
            b'\r' => out.write_str("\\r"),
            b'\t' => out.write_str("\\t"),
            other => write!(out, "\\u{other:04x}"),
        }?;
        rest = &rest[at + 1..];
    }
    out.write_str(rest)?;
    out.write_char('"')
}
