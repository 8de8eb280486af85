//! Lowers numbers as repetitions and arguments write them.

use super::{
    Lowering,
    expr::later_variable,
    scope::{Found, Scope},
    suggestion::did_you_mean,
};
use crate::{
    codes,
    diagnostic::{Code, Diagnostic},
    schema::{Kind, NatExpr},
    span::Span,
    syntax::{Expr, ExprKind, Ident, Number},
};

/// Where a number is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NatUse {
    Argument,
    Multiplicity,
}

/// Lowers a number; returns `None` if it is faulty and has been reported.
pub(super) fn nat_expr<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    expr: &'a Expr<'a>,
    at: NatUse,
) -> Option<NatExpr> {
    match &expr.kind {
        ExprKind::Group(inner) => nat_expr(cx, scope, inner, at),
        ExprKind::Number(number) => {
            constant(cx, scope, number).map(|plus| NatExpr { var: None, plus })
        }
        ExprKind::Name(ident) => nat_named(cx, scope, ident, at),
        ExprKind::Sum(left, right) => {
            let (left, right) = (nat_expr(cx, scope, left, at), nat_expr(cx, scope, right, at));
            sum(cx, scope, expr.span, left?, right?)
        }
        ExprKind::Invalid => None,
        ExprKind::Nat | ExprKind::Bare(_) | ExprKind::Apply { .. } => {
            let message = "expected a number, found a type".to_owned();
            cx.report(scope.error(wrong_kind(at), expr.span, "expected a number", message))
        }
    }
}

fn wrong_kind(at: NatUse) -> Code {
    match at {
        NatUse::Argument => codes::WRONG_KIND,
        NatUse::Multiplicity => codes::MULTIPLICITY_NOT_NAT,
    }
}

fn constant(cx: &mut Lowering<'_, '_>, scope: &Scope<'_>, number: &Number) -> Option<u32> {
    match number.value.and_then(|value| u32::try_from(value).ok()) {
        Some(value) => Some(value),
        None => cx.report(too_large(scope, number.span)),
    }
}

fn too_large(scope: &Scope<'_>, span: Span) -> Diagnostic {
    let message = "the number does not fit into 32 bits".to_owned();
    scope
        .error(codes::NAT_TOO_LARGE, span, "over 4294967295", message)
        .note("a `#` is an unsigned number of 32 bits")
}

fn sum(
    cx: &mut Lowering<'_, '_>,
    scope: &Scope<'_>,
    span: Span,
    left: NatExpr,
    right: NatExpr,
) -> Option<NatExpr> {
    if left.var.is_some() && right.var.is_some() {
        let message = "a sum of two variables".to_owned();
        let fault =
            scope.error(codes::SUM_OF_VARIABLES, span, "at most one variable is allowed", message);
        return cx.report(fault.note("TL only adds constants to a variable"));
    }
    match left.plus.checked_add(right.plus) {
        Some(plus) => Some(NatExpr { var: left.var.or(right.var), plus }),
        None => cx.report(too_large(scope, span)),
    }
}

fn nat_named<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    ident: &Ident<'a>,
    at: NatUse,
) -> Option<NatExpr> {
    let name = ident.text;
    let fault = match scope.find(name) {
        Found::Var(var, Kind::Nat, _) => {
            let uses = scope.uses(var);
            if at == NatUse::Multiplicity {
                uses.size.get_or_insert(ident.span);
            }
            return Some(NatExpr { var: Some(var), plus: 0 });
        }
        Found::Broken => return None,
        Found::Var(_, Kind::Type, declared) => {
            let message = format!("expected a number, found the type variable `{name}`");
            let fault = scope.error(wrong_kind(at), ident.span, "expected a number", message);
            fault.label(scope.place(declared), "a type, declared here")
        }
        Found::Field(declared) => {
            let message = format!("`{name}` is not a number");
            let fault = scope.error(wrong_kind(at), ident.span, "expected a number", message);
            fault.label(scope.place(declared), "its type is not `#`")
        }
        Found::Later(later) => later_variable(scope, ident, later),
        Found::Nothing => unknown_number(cx, scope, ident, at)?,
    };
    cx.report(fault)
}

fn unknown_number<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &Scope<'a>,
    ident: &Ident<'a>,
    at: NatUse,
) -> Option<Diagnostic> {
    let name = ident.text;
    let is_type = cx.names.combinators.contains_key(name)
        || cx.names.bare_named(name).is_some()
        || cx.names.type_named(name).is_some();
    if is_type {
        let message = format!("expected a number, found the type `{name}`");
        return Some(scope.error(wrong_kind(at), ident.span, "expected a number", message));
    }
    if cx.names.is_broken(name) {
        return None;
    }
    let message = format!("unknown number `{name}`");
    let code = if at == NatUse::Multiplicity { wrong_kind(at) } else { codes::UNKNOWN_NAME };
    let fault = scope
        .error(code, ident.span, "not declared", message)
        .note("a number is a `#` field before this one, or a parameter `{n:#}`");
    let near = cx.nearest(name, |_| scope.visible(Kind::Nat));
    Some(did_you_mean(fault, scope, ident, near))
}
