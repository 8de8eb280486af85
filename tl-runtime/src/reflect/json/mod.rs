//! Values as JSON.
//!
//! In TL-JSON a value is `{"_": "constructorName", "field": value}`, with the names of the schema: `int` and `double`
//! are numbers, `long` is a decimal string, `bytes`, `int128` and the like are lowercase hex, `Bool` is `true` or
//! `false`, lists are arrays, a `flags.0?true` is `true` or absent, and so are other optional fields. A `#` is computed
//! from what depends on it and shown only if [`Words`] says so. What JSON cannot say has a form of its own: `"nan"`,
//! `"inf"`, `"-inf"`, and `{"$hex": "…"}` for a boxed value whose constructor no schema has.

#[cfg(feature = "json")]
mod collector;
pub(crate) mod digits;
#[cfg(feature = "json")]
pub(crate) mod encode;
#[cfg(feature = "json")]
mod fault;
#[cfg(feature = "json")]
mod fields;
pub(crate) mod form;
#[cfg(feature = "json")]
mod kind;
#[cfg(feature = "json")]
mod limits;
#[cfg(feature = "json")]
mod near;
#[cfg(feature = "json")]
mod number;
#[cfg(feature = "json")]
mod object;
#[cfg(feature = "json")]
mod scalar;
pub(crate) mod special;
#[cfg(feature = "json")]
pub(crate) mod tape;
#[cfg(feature = "json")]
mod value;
#[cfg(feature = "json")]
mod view;
#[cfg(feature = "json")]
mod word;
pub(crate) mod writer;

#[cfg(feature = "json")]
pub use self::{
    encode::{encode, encode_text},
    fault::{Problem, Refusal},
};
pub use self::{
    form::{Fills, Form, Layout, Style, Words},
    writer::JsonWriter,
};
