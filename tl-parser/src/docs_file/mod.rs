//! Docs that stand beside a schema, in a file of their own: text for items, fields and errors, and for methods who may call
//! them and which errors they give.
//!
//! `docs/docs-file.md` has the format; with the feature `json`, [`parse`] also takes the file `api-schema.json` of mtcute.

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

pub use self::{
    apply::{Applied, apply, apply_to_all},
    file::DocsFile,
    method::{Caller, Method, MethodError, Methods},
    parse::parse,
};
