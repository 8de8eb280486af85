//! The JSON numbers that each numeric TL type accepts.

use crate::reflect::json::fault::Refusal;
use crate::reflect::json::kind::{out_of_range, wrong_kind};
use crate::reflect::json::view::{Json, Number};
use alloc::format;

/// From here on, several integers have the same double.
const EXACT: f64 = 9_007_199_254_740_992.0;

pub(super) fn int(value: Json<'_>) -> Result<i32, Refusal> {
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

pub(super) fn long(value: Json<'_>) -> Result<i64, Refusal> {
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

pub(super) fn double(value: Json<'_>) -> Result<f64, Refusal> {
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

pub(super) fn float(value: Json<'_>) -> Result<f32, Refusal> {
    let bits = match value {
        Json::Text(text) => text.strip_prefix("nan:"),
        _ => None,
    };
    if let Some(bits) = bits.and_then(|bits| u32::from_str_radix(bits, 16).ok()) {
        let float = Some(f32::from_bits(bits)).filter(|value| value.is_nan());
        return float.ok_or_else(|| out_of_range("the bits of a NaN"));
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
/// That is the float nearest to the double. If the double is halfway between two floats, the number may have been on
/// either side before it became a double; it is the shortest one that represents one of them.
fn near_float(double: f64) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "the nearest float is meant")]
    let near = double as f32;
    if !may_be_between(double) {
        return near;
    }
    let is_meant = |float: &f32| format!("{float:e}").parse() == Ok(double);
    [near, near.next_up(), near.next_down()].into_iter().find(is_meant).unwrap_or(near)
}

/// Whether a double may be halfway between two floats.
fn may_be_between(double: f64) -> bool {
    /// The bits of a double's fraction that a float does not have.
    const BEYOND: u32 = f64::MANTISSA_DIGITS - f32::MANTISSA_DIGITS;
    let is_small = double.abs() < f64::from(f32::MIN_POSITIVE);
    is_small || double.to_bits() << (u64::BITS - BEYOND) == 1 << (u64::BITS - 1)
}
