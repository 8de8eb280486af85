//! What kind of JSON a value is, and what is wrong with one of another kind.

use crate::reflect::json::fault::{Problem, Refusal};
use crate::reflect::json::view::Json;
use alloc::borrow::ToOwned;

/// What kind of JSON a value is.
const fn kind(value: Json<'_>) -> &'static str {
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

pub(super) fn out_of_range(expected: &str) -> Refusal {
    Refusal::new(Problem::OutOfRange { expected: expected.to_owned() })
}
