//! Why a value is not written as JSON.

use crate::reflect::json::special;
use crate::reflect::schema::builtin::Builtin;
use crate::reflect::walk::event::Scalar;
use alloc::string::{String, ToString};
use core::fmt;

/// From this number on, several integers have the same double.
const EXACT: u64 = 1 << 53;

/// Why a value is not written as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unwritable {
    /// The output takes no more.
    Output,
    /// The form has no such number: in TDLib's JSON a `double` is finite, and an `int53` has 53 bits.
    Number {
        /// The path of the number: `$.location.latitude`, where `$` is the whole.
        path: String,
        /// The number.
        value: String,
        /// What is wrong with it, and what to do instead.
        message: &'static str,
    },
}

impl From<fmt::Error> for Unwritable {
    #[inline]
    fn from(_: fmt::Error) -> Self {
        Self::Output
    }
}

impl fmt::Display for Unwritable {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Output => f.write_str("the output cannot be written"),
            Self::Number { path, value, message } => write!(f, "{path}: {value} {message}"),
        }
    }
}

impl core::error::Error for Unwritable {}

/// Returns the number, and what is wrong with it, if TDLib's JSON does not have it.
#[inline]
pub(crate) fn no_number(scalar: Scalar<'_>) -> Option<(String, &'static str)> {
    let not_finite = "is not a JSON number: write a finite one";
    match scalar {
        Scalar::Long(value, Builtin::Int53) if value.unsigned_abs() >= EXACT => {
            Some((value.to_string(), "is not an `int53`: write a number of at most 53 bits"))
        }
        Scalar::Double(value) if !value.is_finite() => {
            Some((special::Double(value).to_string(), not_finite))
        }
        Scalar::Float(value) if !value.is_finite() => {
            Some((special::Float(value).to_string(), not_finite))
        }
        _ => None,
    }
}
