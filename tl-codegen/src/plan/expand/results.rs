//! What a call returns, as the value of a field: in TL a type like any other, in Rust known to the call alone.
//!
//! Goldens: none, because it decides a refusal.

use typelang_parser::{
    schema::{Arg, Combinator, TypeExpr},
    syntax::Role,
};

use super::rows;

/// What is wrong with such a field.
pub(crate) const MESSAGE: &str = "a field that holds what a call returns is not supported";

/// What to do about it.
pub(crate) const REMEDY: &str = "give the field a type that the schema declares, or write `!` before the variable if the field is a call";

/// Whether a field of `combinator` that is no call has the type `ty` of a call's result, or one around it.
pub(crate) fn is_result(combinator: &Combinator, ty: &TypeExpr) -> bool {
    combinator.role == Role::Function && rows::has_type_variable(&Arg::Type(ty.clone()))
}
