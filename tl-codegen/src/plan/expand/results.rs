//! What a call returns, as the value of a field: in TL a type like any other, in Rust known to the call alone.

use typelang_parser::{
    schema::{Arg, Combinator, TypeExpr},
    syntax::Role,
};

use super::rows;

/// What is refused.
pub(crate) const WHAT: &str = "a value of what a call returns, beside the call";

/// What to do about it.
pub(crate) const REMEDY: &str =
    "give the field the type that it has, or write `!` in front of the variable if it is a call";

/// Whether a field of `combinator` that is no call has the type `ty` of a call's result, or one around it.
pub(crate) fn is_result(combinator: &Combinator, ty: &TypeExpr) -> bool {
    combinator.role == Role::Function && rows::has_type_variable(&Arg::Type(ty.clone()))
}
