//! Reads schemas in TL, the Type Language of MTProto.
//!
//! Text goes in; a [`syntax::File`] and then a checked [`Schema`] come out, with every fault of the text as a
//! [`Diagnostic`].

pub mod catalogue;
pub mod diagnostic;
mod dialect;
pub mod schema;
mod source;
mod span;
pub mod syntax;

pub use crate::{
    diagnostic::Diagnostic,
    dialect::Dialect,
    schema::Schema,
    source::{Source, Sources},
    span::{FileId, Location, Span},
};
