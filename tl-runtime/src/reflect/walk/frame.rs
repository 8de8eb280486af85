//! The open frames of a walk.

use crate::reflect::schema::{
    builtin::Builtin,
    combinator::Combinator,
    expr::{Repetition, TypeExpr},
};
use crate::reflect::walk::env::Env;

/// A value to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Want<'s> {
    /// Any boxed value or call.
    Any,
    Call,
    Scalar(Builtin),
    Type(&'s TypeExpr, Env<'s>),
    Boxed(Env<'s>, &'s Combinator),
}

/// An open frame.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Frame<'s> {
    /// A value of a combinator.
    Value { combinator: &'s Combinator, env: Env<'s>, next: usize, is_deep: bool },
    /// A list of items without names.
    Items { item: Want<'s>, next: u32, count: u32 },
    /// A repetition of fields.
    Rounds { repetition: &'s Repetition, env: Env<'s>, next: u32, count: u32 },
    /// A round of a repetition.
    Round { repetition: &'s Repetition, env: Env<'s>, next: usize },
    /// A boxed value of any type, one level deeper.
    Deeper,
    /// A value that ends at `bound`; `outer` is the bound around it.
    Bounded { bound: u64, outer: Option<u64> },
}
