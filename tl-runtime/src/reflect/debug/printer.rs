//! From bytes to text for people: the output of generated types' `Debug`.

use crate::{
    read::options::Options,
    reflect::{
        json::{form::Words, writer::is_shown},
        schema::{field::Field, table::Schema},
        walk::{
            event::{Event, Piece, Scalar, Visitor},
            fault::Ended,
            root::Root,
            walker::walk,
        },
    },
};
use core::fmt::{self, Write};

/// Longer byte strings are shown only as a number of bytes.
const BYTES_SHOWN: usize = 32;

/// The maximum number of indented levels. Without it, the output could grow with the square of the input.
const INDENT_LIMIT: usize = 128;

/// Prints a boxed value or call as `Debug` of generated types does, with `{:#?}` on several lines.
///
/// Bytes that cannot be read are printed up to the fault, and then the fault.
///
/// # Errors
/// The same as the formatter.
pub fn debug(bytes: &[u8], schemas: &[Schema], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    debug_with(bytes, schemas, &Options::DEFAULT, f)
}

/// The same with `options`. Their depth has no effect.
pub(crate) fn debug_with(
    bytes: &[u8],
    schemas: &[Schema],
    options: &Options,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let is_long = f.alternate();
    let mut printer = Printer { out: f, is_long, level: 0, brace: Some(""), word: None };
    // The value is already in memory, so its depth cannot harm a walk, which uses no stack. The claims of an `Object`
    // in it have not been checked, so elements are counted.
    let options = options.depth(u32::MAX);
    match walk(schemas, Root::Any, bytes, &options, &mut printer) {
        Ok(_) => Ok(()),
        Err(Ended::Stop(stop)) => Err(stop),
        Err(Ended::Fault(fault)) => write!(f, " … {fault}"),
    }
}

struct Printer<'s, 'f, 'o> {
    out: &'f mut fmt::Formatter<'o>,
    is_long: bool,
    /// The number of open braces and brackets.
    level: usize,
    /// The last opened brace or bracket until it is printed; a value without fields has none.
    brace: Option<&'static str>,
    /// A `#` that is printed only if its value requires it.
    word: Option<&'s Field>,
}

impl Printer<'_, '_, '_> {
    /// Starts the next entry.
    fn next(&mut self) -> fmt::Result {
        match (self.brace.take(), self.is_long) {
            (Some(brace), true) => self.out.write_str(brace.trim_end())?,
            (Some(brace), false) => return self.out.write_str(brace),
            (None, true) => self.out.write_char(',')?,
            (None, false) => return self.out.write_str(", "),
        }
        self.line()
    }

    fn line(&mut self) -> fmt::Result {
        self.out.write_char('\n')?;
        (0..self.level.min(INDENT_LIMIT)).try_for_each(|_| self.out.write_str("    "))
    }

    fn key(&mut self, field: &Field) -> fmt::Result {
        self.next()?;
        write!(self.out, "{}: ", field.key())
    }

    fn open(&mut self, brace: &'static str) {
        self.level += 1;
        self.brace = Some(brace);
    }

    /// Closes a brace or bracket; `empty` is printed instead if there was nothing inside.
    fn close(&mut self, end: &str, empty: &str) -> fmt::Result {
        self.level -= 1;
        if self.brace.take().is_some() {
            return self.out.write_str(empty);
        }
        if self.is_long {
            self.out.write_char(',')?;
            self.line()?;
            return self.out.write_str(end.trim_start());
        }
        self.out.write_str(end)
    }

    fn scalar(&mut self, scalar: Scalar<'_>) -> fmt::Result {
        if let (Some(field), Scalar::Nat(value)) = (self.word.take(), scalar) {
            if !is_shown(Words::Data, field, value) {
                return Ok(());
            }
            self.key(field)?;
        }
        match scalar {
            Scalar::Nat(value) => write!(self.out, "{value}"),
            Scalar::Int(value) => write!(self.out, "{value}"),
            Scalar::Long(value, _) => write!(self.out, "{value}"),
            Scalar::Double(value) => write!(self.out, "{value:?}"),
            Scalar::Float(value) => write!(self.out, "{value:?}"),
            Scalar::Bool(value) => write!(self.out, "{value}"),
            Scalar::True => self.out.write_str("true"),
            Scalar::Text(text) => write!(self.out, "{text:?}"),
            Scalar::Bytes(bytes, _) => self.bytes(bytes),
            Scalar::Unknown(bytes) => {
                let (id, rest) = bytes.split_at(bytes.len().min(4));
                self.out.write_char('#')?;
                id.iter().rev().try_for_each(|byte| write!(self.out, "{byte:02x}"))?;
                self.out.write_char(' ')?;
                self.bytes(rest)
            }
            Scalar::OfLayer { layer, name, bytes } => {
                write!(self.out, "{name} of layer {layer} {{ ")?;
                self.bytes(bytes)?;
                self.out.write_str(" }")
            }
        }
    }

    fn bytes(&mut self, bytes: &[u8]) -> fmt::Result {
        let shown = &bytes[..bytes.len().min(BYTES_SHOWN)];
        self.out.write_str("x\"")?;
        shown.iter().try_for_each(|byte| write!(self.out, "{byte:02x}"))?;
        if shown.len() == bytes.len() {
            return self.out.write_char('"');
        }
        write!(self.out, "…\" ({} bytes)", bytes.len())
    }
}

impl<'s> Visitor<'s> for Printer<'s, '_, '_> {
    type Stop = fmt::Error;

    fn visit(&mut self, _: Piece<'_>, event: Event<'s, '_>) -> fmt::Result {
        match event {
            Event::Any | Event::Absent(_) => Ok(()),
            Event::Begin(combinator, _) => {
                self.open(" { ");
                self.out.write_str(combinator.name())
            }
            Event::Field(field) if field.is_nat() => {
                self.word = Some(field);
                Ok(())
            }
            Event::Field(field) => self.key(field),
            Event::BeginList(..) => {
                self.open("[");
                Ok(())
            }
            Event::BeginRound => {
                self.open("{ ");
                Ok(())
            }
            Event::Item(_) => self.next(),
            Event::End(_) => self.close(" }", ""),
            Event::EndList => self.close("]", "[]"),
            Event::EndRound => self.close(" }", "{}"),
            Event::Scalar(scalar) => self.scalar(scalar),
        }
    }
}
