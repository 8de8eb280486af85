//! What is open in a walk, and what comes next.

use crate::reflect::schema::{
    builtin::Builtin,
    combinator::Combinator,
    expr::{Repetition, TypeExpr},
};
use crate::reflect::walk::env::Env;

/// A value that is to be read.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Want<'s> {
    /// Any boxed value or call.
    Any,
    Call,
    Scalar(Builtin),
    Type(&'s TypeExpr, Env<'s>),
    Boxed(Env<'s>, &'s Combinator),
}

/// Something that is open.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Frame<'s> {
    /// A value of a combinator.
    Value { combinator: &'s Combinator, env: Env<'s>, next: usize, is_deep: bool },
    /// A list of items without names.
    Items { item: Want<'s>, next: u32, count: u32 },
    /// A repetition of fields.
    Rounds { repetition: &'s Repetition, env: Env<'s>, next: u32, count: u32 },
    /// A round of it.
    Round { repetition: &'s Repetition, env: Env<'s>, next: usize },
    /// A boxed value of any type, one level deeper.
    Deeper,
    /// A value that ends where `bound` says; `outer` is the bound around it.
    Bounded { bound: u64, outer: Option<u64> },
}
