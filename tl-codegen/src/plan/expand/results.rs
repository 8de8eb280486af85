//! Fields that hold the result of a call: in TL a type like any other, in Rust known only to the call.
//!
//! Goldens: none, because it decides a refusal.

use typelang_parser::{
    schema::{Combinator, TypeExpr},
    syntax::Role,
};

use super::rows;

/// The message for such a field.
pub(crate) const MESSAGE: &str = "a field that holds what a call returns is not supported";

/// The remedy for such a field.
pub(crate) const REMEDY: &str = "give the field a type that the schema declares, or write `!` before the variable if the field is a call";

/// Returns whether the type `ty` of a field of `combinator` that is not a call is the result of a call, or
/// contains one.
pub(crate) fn is_result(combinator: &Combinator, ty: &TypeExpr) -> bool {
    combinator.role == Role::Function && rows::has_type_variable(ty)
}
