//! Rust as text, token by token.

pub(crate) mod check;
mod each;
mod lex;
mod text;

pub(crate) use each::{Iterate, IterateRef};
pub(crate) use text::{CUT, Spell, Tokens};
pub(crate) use typelang_quote::quote;
