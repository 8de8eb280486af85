//! Docs files: text for the items, fields and errors of a schema, and for methods also who may call them and
//! which errors they give.
//!
//! `docs/docs-file.md` describes the format; with the feature `json`, [`parse`] also reads mtcute's
//! `api-schema.json`.

mod apply;
mod file;
#[cfg(feature = "json")]
mod html_text;
#[cfg(feature = "json")]
mod json;
mod lines;
mod method;
mod parse;
mod places;
mod unmatched;

pub(crate) use self::method::is_error;
pub use self::{
    apply::{Applied, apply, apply_to_all},
    file::DocsFile,
    method::{Caller, Method, MethodError, Methods, error_name},
    parse::parse,
};
