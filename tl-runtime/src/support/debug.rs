//! `Debug` for generated types, through their bytes.

use crate::{
    traits::{
        embedded::{HasSchema, show},
        encode::Encode,
    },
    write::writer::Writer,
};
use core::fmt;

/// Shows a value in terms of its schema, as generated `Debug` does: `user { id: 7, name: "Ann" }`.
///
/// The names are TL's. Fields that are not there are left out, and so are numbers that tell no more than that; long
/// byte strings are shortened. `{:#?}` puts each field on a line of its own. Without the feature `reflect` only
/// the id and the number of bytes are shown.
///
/// # Errors
/// When the formatter takes no more.
pub fn debug<T: Encode, S: HasSchema>(value: &T, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut out = Writer::new();
    value.encode(&mut out);
    match out.finish() {
        Ok(bytes) => show(&bytes, S::schema(), f),
        // The call in a wrapper, since types whose own parts may disagree derive `Debug`.
        Err(disagreement) => write!(f, "<{disagreement}>"),
    }
}
