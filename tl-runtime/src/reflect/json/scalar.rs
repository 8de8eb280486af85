//! Values without parts from JSON: numbers, text and bytes.

use crate::{
    reflect::{
        json::{
            digits::read,
            fault::Refusal,
            form::{Fills, Style},
            kind::{out_of_range, wrong_kind},
            number::{double, float, int, long},
            view::{Json, Number},
        },
        schema::builtin::Builtin,
    },
    write::writer::Writer,
};
use alloc::{format, vec::Vec};

/// The maximum number of bytes that all `$fill` of a value represent together.
const LARGEST_FILL: u64 = 1 << 28;

/// How values without parts are spelled, and how many bytes `$fill` may still represent.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) style: Style,
    fill_left: u64,
    /// The number of bytes they represented.
    filled: usize,
}

impl Spelling {
    pub(super) const fn new(style: Style, fills: Fills) -> Self {
        let fill_left = match fills {
            Fills::Refused => 0,
            Fills::Taken => LARGEST_FILL,
        };
        Self { style, fill_left, filled: 0 }
    }

    /// The number of bytes that `$fill` represented so far.
    pub(super) const fn filled(&self) -> usize {
        self.filled
    }

    /// Writes a bare value of a type without parts.
    pub(super) fn write(
        &mut self,
        builtin: Builtin,
        value: Json<'_>,
        out: &mut Writer<'_>,
    ) -> Result<(), Refusal> {
        match builtin {
            // TDLib reads no text as a number that is not whole.
            Builtin::Double | Builtin::Float
                if self.style == Style::Tdlib && !matches!(value, Json::Number(_)) =>
            {
                return Err(wrong_kind("a number", value));
            }
            Builtin::Int | Builtin::Int32 => out.int(int(value)?),
            Builtin::Long | Builtin::Int64 | Builtin::Int53 => out.long(long(value)?),
            Builtin::Double => out.double(double(value)?),
            Builtin::Float => out.float(float(value)?),
            Builtin::Bool => match value {
                Json::Bool(value) => out.bool(value),
                _ => return Err(wrong_kind("true or false", value)),
            },
            Builtin::String | Builtin::SecureString => match value {
                Json::Text(text) => out.string(text),
                _ => return Err(wrong_kind("text", value)),
            },
            Builtin::Bytes | Builtin::SecureBytes => out.bytes(&self.bytes(value)?),
            Builtin::Int128 => self.fixed(value, 16, out)?,
            Builtin::Int256 => self.fixed(value, 32, out)?,
            Builtin::Int512 => self.fixed(value, 64, out)?,
            Builtin::True => match value {
                Json::Bool(true) => {}
                _ => return Err(wrong_kind("true", value)),
            },
            Builtin::Vector | Builtin::Object | Builtin::Function => {}
        }
        Ok(())
    }

    fn fixed(&mut self, value: Json<'_>, len: usize, out: &mut Writer<'_>) -> Result<(), Refusal> {
        let bytes = self.bytes(value)?;
        if bytes.len() != len {
            let count = bytes.len();
            return Err(out_of_range(&format!("{len} bytes, not {count}")));
        }
        out.put(&bytes);
        Ok(())
    }

    /// Bytes, spelled in the style or as `$fill`.
    pub(super) fn bytes(&mut self, value: Json<'_>) -> Result<Vec<u8>, Refusal> {
        let (expected, decoded) = match (value, self.style) {
            (Json::Text(text), Style::Tl) => ("bytes as hex, two digits each", read::hex(text)),
            (Json::Text(text), Style::Tdlib) => ("bytes as base64", read::base64(text)),
            (Json::Object(map), _) => match map.only() {
                Some(("$fill", Json::Number(Number::Signed(count)))) => (
                    "at most 2^28 bytes of all `$fill` together, where it is taken",
                    self.fill(count),
                ),
                Some(("$hex", Json::Text(hex))) => ("bytes as hex", read::hex(hex)),
                Some(_) => return Err(wrong_kind("bytes", value)),
                None => return Err(wrong_kind("bytes as a string", value)),
            },
            _ => return Err(wrong_kind("bytes as a string", value)),
        };
        decoded.ok_or_else(|| out_of_range(expected))
    }

    /// This number of bytes that follow a rule, to make long values from short JSON.
    fn fill(&mut self, count: i64) -> Option<Vec<u8>> {
        let count = u64::try_from(count).ok()?;
        self.fill_left = self.fill_left.checked_sub(count)?;
        self.filled += usize::try_from(count).ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "the last byte is meant")]
        let byte = |at: u64| (at * 31 + 7) as u8;
        Some((0..count).map(byte).collect())
    }
}
