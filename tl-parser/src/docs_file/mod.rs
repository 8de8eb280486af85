//! Docs in a file beside a schema: text for items, fields and errors, and for methods who may call
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

pub use self::{
    apply::{Applied, apply},
    file::DocsFile,
    method::{Caller, Method, MethodError, Methods},
    parse::parse,
};
