//! Compiled schemas: reading, measuring and lookup.

mod bounds;
pub(crate) mod builtin;
pub(crate) mod combinator;
pub(crate) mod expr;
pub(crate) mod field;
mod graph;
pub(crate) mod measure;
mod numbered;
mod order;
pub(crate) mod parse;
pub(crate) mod spelling;
pub(crate) mod table;
pub(crate) mod tlo;
pub(crate) mod types;
mod uses;
