//! `Debug` for generated types, through their bytes.

use crate::{
    traits::{
        embedded::{HasSchema, show},
        encode::Encode,
    },
    write::writer::Writer,
};
use core::fmt;

/// Prints a value in terms of its schema, as generated `Debug` does: `user { id: 7, name: "Ann" }`.
///
/// The names are TL's. Absent fields are left out, and so are numbers that only say which fields are present. Long byte
/// strings are shortened. `{:#?}` prints each field on a line of its own. Without the feature `reflect` only the id and
/// the number of bytes are printed.
///
/// # Errors
/// The same as the formatter.
pub fn debug<T: Encode, S: HasSchema>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = Writer::new();
    value.encode(&mut out);
    match out.finish() {
        Ok(bytes) => show(&bytes, S::schema(), f),
        // The call in a wrapper; types whose own parts may disagree derive `Debug`.
        Err(disagreement) => write!(f, "<{disagreement}>"),
    }
}
