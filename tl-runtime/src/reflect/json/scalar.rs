//! Numbers, text and bytes from JSON.

use super::{
    Fills, Style,
    digits::read,
    fault::{Problem, Refusal},
    view::{Json, Number},
};
use crate::{Writer, reflect::Builtin};
use alloc::{borrow::ToOwned, format, vec::Vec};

/// How many bytes all `$fill` of a value stand for together.
const LARGEST_FILL: u64 = 1 << 28;

/// From here on a double is not the only one near an integer.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// What kind of JSON a value is.
pub(super) const fn kind(value: Json<'_>) -> &'static str {
    match value {
        Json::Null => "null",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::Text(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    }
}

pub(super) fn wrong_kind(expected: &str, value: Json<'_>) -> Refusal {
    Refusal::new(Problem::WrongKind { expected: expected.to_owned(), found: kind(value) })
}

fn out_of_range(expected: &str) -> Refusal {
    Refusal::new(Problem::OutOfRange { expected: expected.to_owned() })
}

/// How values without parts are spelled, and what those that spell many bytes with few may still stand for.
#[derive(Debug)]
pub(super) struct Spelling {
    pub(super) style: Style,
    fill_left: u64,
    /// How many bytes they stood for.
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

    /// How many bytes `$fill` stood for so far.
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

    /// Bytes, as the style spells them or as what stands for them.
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

    /// So many bytes that follow a rule, to make long values of short JSON.
    fn fill(&mut self, count: i64) -> Option<Vec<u8>> {
        let count = u64::try_from(count).ok()?;
        self.fill_left = self.fill_left.checked_sub(count)?;
        self.filled += usize::try_from(count).ok()?;
        #[expect(clippy::cast_possible_truncation, reason = "the last byte is meant")]
        let byte = |at: u64| (at * 31 + 7) as u8;
        Some((0..count).map(byte).collect())
    }
}

fn int(value: Json<'_>) -> Result<i32, Refusal> {
    let expected = "a number from -2147483648 to 2147483647";
    i32::try_from(number(value, expected)?).map_err(|_| out_of_range(expected))
}

/// A `#`.
pub(super) fn nat(value: Json<'_>) -> Result<u32, Refusal> {
    let expected = "a number from 0 to 4294967295";
    u32::try_from(number(value, expected)?).map_err(|_| out_of_range(expected))
}

/// A JSON number that is an integer.
fn number(value: Json<'_>, expected: &str) -> Result<i64, Refusal> {
    match value {
        Json::Number(number) => integer(number).ok_or_else(|| out_of_range(expected)),
        _ => Err(wrong_kind(expected, value)),
    }
}

fn integer(number: Number) -> Option<i64> {
    let double = match number {
        Number::Signed(integer) => return Some(integer),
        Number::Unsigned(_) => return None,
        Number::Double(double) => double,
    };
    #[expect(clippy::cast_possible_truncation, reason = "the cast is checked to be exact")]
    let integer = double as i64;
    #[expect(clippy::cast_precision_loss, clippy::float_cmp, reason = "exactness is the question")]
    let is_exact = double.abs() < EXACT && integer as f64 == double;
    is_exact.then_some(integer)
}

fn long(value: Json<'_>) -> Result<i64, Refusal> {
    let expected = "a number from -9223372036854775808 to 9223372036854775807, as a decimal string";
    let decimal = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        text.parse().ok().filter(|_| is_plain)
    };
    match value {
        Json::Text(text) => decimal(text).ok_or_else(|| out_of_range(expected)),
        _ => number(value, expected),
    }
}

fn double(value: Json<'_>) -> Result<f64, Refusal> {
    let expected = "a number, \"nan\", \"inf\" or \"-inf\"";
    match value {
        Json::Number(number) => Ok(number.as_f64()),
        Json::Text(text) => special(text).ok_or_else(|| out_of_range(expected)),
        _ => Err(wrong_kind(expected, value)),
    }
}

fn special(text: &str) -> Option<f64> {
    match text {
        "nan" => Some(f64::NAN),
        "inf" => Some(f64::INFINITY),
        "-inf" => Some(f64::NEG_INFINITY),
        _ => {
            let bits = u64::from_str_radix(text.strip_prefix("nan:")?, 16).ok()?;
            Some(f64::from_bits(bits)).filter(|value| value.is_nan())
        }
    }
}

fn float(value: Json<'_>) -> Result<f32, Refusal> {
    let bits = match value {
        Json::Text(text) => text.strip_prefix("nan:"),
        _ => None,
    };
    if let Some(bits) = bits.and_then(|bits| u32::from_str_radix(bits, 16).ok()) {
        let float = Some(f32::from_bits(bits)).filter(|value| value.is_nan());
        return float.ok_or_else(|| out_of_range("the bits of what is no number"));
    }
    let double = double(value)?;
    let float = near_float(double);
    if float.is_infinite() && double.is_finite() {
        return Err(out_of_range("a number that a float can hold"));
    }
    Ok(float)
}

/// The float whose decimal number was read as a double.
///
/// That is the float nearest to the double, but where the double is in the middle between two: then the number may have been
/// on either side before it became a double, and is the shortest that stands for one of them.
fn near_float(double: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "the nearest float is meant")]
    let near = double as f32;
    if !may_be_between(double) {
        return near;
    }
    let is_meant = |float: &f32| format!("{float:e}").parse() == Ok(double);
    [near, near.next_up(), near.next_down()].into_iter().find(is_meant).unwrap_or(near)
}

/// Whether a double may be in the middle between two floats.
fn may_be_between(double: f64) -> bool {
    /// What a double has of fraction beyond a float.
    const BEYOND: u32 = f64::MANTISSA_DIGITS - f32::MANTISSA_DIGITS;
    let is_small = double.abs() < f64::from(f32::MIN_POSITIVE);
    is_small || double.to_bits() << (u64::BITS - BEYOND) == 1 << (u64::BITS - 1)
}
