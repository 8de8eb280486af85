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
    let schema = S::schema();
    let is_marked = schema.is_some_and(|schema| !schema.unknown().is_empty());
    let mut out = marking(is_marked);
    value.encode(&mut out);
    match out.finish() {
        Ok(bytes) => show(&bytes, is_marked, schema, f),
        // The call in a wrapper; types whose own parts may disagree derive `Debug`.
        Err(disagreement) => write!(f, "<{disagreement}>"),
    }
}

/// A writer that marks values of other layers, if there may be some.
#[cfg(feature = "reflect")]
fn marking(is_marked: bool) -> Writer<'static> {
    if is_marked { Writer::new().marking() } else { Writer::new() }
}

/// Without `reflect` nothing reads the bytes.
#[cfg(not(feature = "reflect"))]
fn marking(_: bool) -> Writer<'static> {
    Writer::new()
}
