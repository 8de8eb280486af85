//! The spine of an application: its head and its arguments.

use crate::{
    span::Span,
    syntax::{Expr, ExprKind},
};

/// The spine of an application; `%(Vector t)`, `Vector<t>` and `(Vector) t` have the same one.
#[derive(Debug)]
pub(crate) struct Spine<'a> {
    /// The head: never a group, an application or a `%`.
    pub(crate) head: &'a Expr<'a>,
    pub(crate) args: Vec<&'a Expr<'a>>,
    /// Whether a `%` precedes the head or the whole.
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

/// Removes any number of round brackets around an expression.
pub(crate) fn ungrouped<'a>(mut expr: &'a Expr<'a>) -> &'a Expr<'a> {
    while let ExprKind::Group(inner) = &expr.kind {
        expr = inner;
    }
    expr
}
