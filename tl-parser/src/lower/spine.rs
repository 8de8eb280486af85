//! An application taken apart: what is applied, to what.

use crate::{
    span::Span,
    syntax::{Expr, ExprKind},
};

/// `%(Vector t)`, `Vector<t>` and `(Vector) t` have one spine.
#[derive(Debug)]
pub(crate) struct Spine<'a> {
    /// What is applied: never a group, an application or a `%`.
    pub(crate) head: &'a Expr<'a>,
    pub(crate) args: Vec<&'a Expr<'a>>,
    /// Whether a `%` stands before the head or the whole.
    pub(crate) bare: bool,
    /// The whole expression.
    pub(crate) span: Span,
}

pub(crate) fn spine<'a>(expr: &'a Expr<'a>) -> Spine<'a> {
    let (mut head, mut bare) = (expr, false);
    let mut args: Vec<&'a Expr<'a>> = Vec::new();
    loop {
        head = match &head.kind {
            ExprKind::Group(inner) => inner,
            ExprKind::Bare(inner) => {
                bare = true;
                inner
            }
            ExprKind::Apply { head: inner, args: more, .. } => {
                args.splice(0..0, more);
                inner
            }
            _ => return Spine { head, args, bare, span: expr.span },
        };
    }
}

/// The expression inside any number of round brackets.
pub(crate) fn ungrouped<'a>(mut expr: &'a Expr<'a>) -> &'a Expr<'a> {
    while let ExprKind::Group(inner) = &expr.kind {
        expr = inner;
    }
    expr
}
