//! Spells values as Rust: the expressions that users of generated code would write.

pub(crate) mod error;
pub(crate) mod examples;
mod form;
mod imports;
mod index;
mod layout;
mod literal;
mod name;
mod spelling;
mod structure;
pub(crate) mod value;
