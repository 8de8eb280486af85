//! Values as JSON.
//!
//! In TL-JSON a value is `{"_": "constructorName", "field": value}` with the names of the schema. `int` and `double`
//! are numbers, and `long` is a decimal string. `bytes`, `int128`, `int256` and `int512` are lowercase hexadecimal
//! strings. `Bool` is `true` or `false`, and lists are arrays. A `flags.0?true` is `true` or absent, and other optional
//! fields may be absent. A `#` is computed from its dependents and written only if [`Words`] says so. Values that JSON
//! cannot represent have forms of their own: `"nan"`, `"inf"` and `"-inf"`, and `{"$hex": "…"}` for a boxed value whose
//! constructor no schema has. [`Style::Tdlib`] has no such numbers, and refuses them.

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
pub(crate) mod null;
#[cfg(feature = "json")]
mod number;
#[cfg(feature = "json")]
mod object;
mod place;
#[cfg(feature = "json")]
mod scalar;
pub(crate) mod special;
#[cfg(feature = "json")]
pub(crate) mod tape;
pub(crate) mod unwritable;
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
    form::{Fills, Form, Layout, Style, UnknownFields, Words},
    unwritable::Unwritable,
    writer::JsonWriter,
};
