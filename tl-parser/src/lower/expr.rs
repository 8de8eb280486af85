//! Lowers types as fields and results write them.

use super::{
    Lowering,
    names::{arguments, has_predefined_bare, is_misspelt},
    nat::{NatUse, nat_expr},
    scope::{Found, Scope},
    spine::{Spine, spine},
    suggestion::did_you_mean,
};
use crate::{
    codes,
    diagnostic::Diagnostic,
    id::is_boxed_name,
    predefined::knows,
    schema::{Apply, Arg, Form, Kind, TypeExpr, TypeId},
    span::Span,
    syntax::{Expr, ExprKind, Ident, Role},
};

/// Where a type is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeUse {
    Field,
    Argument,
    FunctionResult,
}

/// Lowers a type; returns `None` if it is faulty and has been reported.
pub(super) fn type_expr<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    expr: &'a Expr<'a>,
    at: TypeUse,
) -> Option<TypeExpr> {
    let spine = spine(expr);
    match &spine.head.kind {
        ExprKind::Nat if spine.args.is_empty() => Some(TypeExpr::Nat),
        ExprKind::Nat => {
            let message = "`#` takes no arguments".to_owned();
            cx.report(scope.error(codes::TOO_MANY_ARGUMENTS, spine.span, "applied here", message))
        }
        ExprKind::Name(ident) => named(cx, scope, ident, &spine, at),
        ExprKind::Number(_) | ExprKind::Sum(..) => {
            let message = "expected a type, found a number".to_owned();
            cx.report(scope.error(codes::WRONG_KIND, spine.span, "expected a type", message))
        }
        _ => None,
    }
}

fn named<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    ident: &Ident<'a>,
    spine: &Spine<'a>,
    at: TypeUse,
) -> Option<TypeExpr> {
    match scope.find(ident.text) {
        Found::Var(var, Kind::Type, _) if spine.args.is_empty() => {
            scope.uses(var);
            Some(TypeExpr::Var(var))
        }
        Found::Var(_, Kind::Type, declared) => {
            let message = format!("the variable `{}` takes no arguments", ident.text);
            let fault = scope.error(codes::VARIABLE_APPLIED, spine.span, "applied here", message);
            let fault = fault.label(scope.place(declared), "a complete type, declared here");
            cx.report(fault.note(format!(
                "write `{}` without arguments, or name a type that takes some",
                ident.text
            )))
        }
        Found::Var(_, Kind::Nat, declared) => {
            let fault = nat_as_type(cx, scope, ident, declared);
            cx.report(fault)
        }
        Found::Broken => None,
        _ if is_boxed_name(ident.text) => boxed(cx, scope, ident, spine, at),
        _ => bare(cx, scope, ident, spine, at),
    }
}

fn nat_as_type(
    cx: &mut Lowering<'_, '_>,
    scope: &Scope<'_>,
    ident: &Ident<'_>,
    declared: Span,
) -> Diagnostic {
    let name = ident.text;
    let hidden = cx.names.combinators.contains_key(name)
        || cx.names.bare_named(name).is_some()
        || cx.names.type_named(name).is_some();
    let fault = if hidden {
        let message = format!("the variable `{name}` hides the type `{name}`");
        scope.error(codes::SHADOWED_TYPE, ident.span, "means the variable", message)
    } else {
        let message = format!("expected a type, found the number `{name}`");
        scope.error(codes::WRONG_KIND, ident.span, "expected a type", message)
    };
    fault.label(scope.place(declared), "a number, declared here")
}

fn boxed<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    ident: &Ident<'a>,
    spine: &Spine<'a>,
    at: TypeUse,
) -> Option<TypeExpr> {
    let Some(ty) = cx.names.type_named(ident.text) else {
        if cx.names.is_broken(ident.text) || is_misspelt(ident.text) {
            return None;
        }
        let fault = unknown_type(cx, scope, ident, at);
        return cx.report(fault);
    };
    if spine.bare && at == TypeUse::FunctionResult {
        let fault = bare_result(cx, scope, spine.span, ty);
        return cx.report(fault);
    }
    let form = if spine.bare { Form::Bare } else { Form::Boxed };
    let args = arguments_of(cx, scope, ty, ident, spine)?;
    if spine.bare {
        cx.use_bare(scope, ty, &args, spine.span);
    }
    Some(TypeExpr::Apply(Apply { ty, form, args }))
}

fn unknown_type<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &Scope<'a>,
    ident: &Ident<'a>,
    at: TypeUse,
) -> Diagnostic {
    let name = ident.text;
    let (code, message) = match at {
        TypeUse::FunctionResult => {
            (codes::RESULT_WITHOUT_CONSTRUCTOR, format!("the type `{name}` has no constructor"))
        }
        _ => (codes::UNKNOWN_TYPE, format!("unknown type `{name}`")),
    };
    let mut fault = scope.error(code, ident.span, "not declared", message);
    if name == "Type" {
        return fault.note(
            "`Type` is the kind of a type variable; it is allowed only in braces: `{t:Type}`",
        );
    }
    if at != TypeUse::FunctionResult && cx.names.returned.contains(name) {
        fault = fault.note("functions return it, but it has no constructor");
    }
    if let Some(dialect) = knows(name) {
        fault = fault.note(format!("it is predefined in the dialect {dialect}"));
    }
    let near = cx.nearest(name, |names| names.type_names().chain(scope.visible(Kind::Type)));
    did_you_mean(fault, scope, ident, near)
}

fn bare<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    ident: &Ident<'a>,
    spine: &Spine<'a>,
    at: TypeUse,
) -> Option<TypeExpr> {
    let name = ident.text;
    let declared = cx.names.combinators.get(name).copied();
    let ty = match declared.map(|at| (at, cx.declarations[at].role)) {
        Some((_, Role::Function)) if cx.names.bare_named(name).is_none() => {
            let message = format!("the function `{name}` is used as a type");
            let fault = scope.error(codes::FUNCTION_AS_TYPE, ident.span, "not a type", message);
            let place = cx.declarations[declared?].name_place();
            let fault = fault.label(place, "declared as a function here");
            return cx.report(fault.note(
                "write the type that it returns, or `!X` with `{X:Type}` in front for a call of any function",
            ));
        }
        Some((at, Role::Constructor)) => cx.names.heads[at]?,
        _ => match cx.names.bare_named(name) {
            Some(ty) => ty,
            None if cx.names.is_broken(name) || is_misspelt(name) => return None,
            None => {
                let fault = unknown_name(cx, scope, ident);
                return cx.report(fault);
            }
        },
    };
    if at == TypeUse::FunctionResult {
        let fault = bare_result(cx, scope, spine.span, ty);
        return cx.report(fault);
    }
    let args = arguments_of(cx, scope, ty, ident, spine)?;
    if declared.is_some() && !only_constructor(cx, ty) {
        let fault = one_of_several(cx, scope, ident, ty);
        return cx.report(fault);
    }
    cx.use_bare(scope, ty, &args, spine.span);
    Some(TypeExpr::Apply(Apply { ty, form: Form::Bare, args }))
}

fn only_constructor(cx: &Lowering<'_, '_>, ty: TypeId) -> bool {
    let builtin = cx.names.types[ty.0 as usize].builtin;
    cx.names.makers[ty.0 as usize].len() <= 1 || builtin.is_some_and(has_predefined_bare)
}

fn bare_result(cx: &Lowering<'_, '_>, scope: &Scope<'_>, span: Span, ty: TypeId) -> Diagnostic {
    let name = &cx.names.types[ty.0 as usize].name;
    let message = "a function's result is always boxed".to_owned();
    let label = format!("the bare form of `{name}`");
    scope
        .error(codes::BARE_RESULT, span, &label, message)
        .note(format!("write the type's name: `{name}`"))
}

fn one_of_several(
    cx: &Lowering<'_, '_>,
    scope: &Scope<'_>,
    ident: &Ident<'_>,
    ty: TypeId,
) -> Diagnostic {
    let name = &cx.names.types[ty.0 as usize].name;
    let message = format!("`{}` is not the only constructor of `{name}`", ident.text);
    let fault =
        scope.error(codes::BARE_CONSTRUCTOR, ident.span, "bare, so no id says which", message);
    let other = cx.names.makers[ty.0 as usize]
        .iter()
        .map(|at| &cx.declarations[*at])
        .find(|declaration| declaration.name() != ident.text);
    let fault = match other {
        Some(other) => fault.label(other.name_place(), "another constructor"),
        None => fault,
    };
    fault.suggest(format!("write `{name}`"), scope.place(ident.span), name.clone())
}

fn unknown_name<'a>(cx: &mut Lowering<'a, '_>, scope: &Scope<'a>, ident: &Ident<'a>) -> Diagnostic {
    let name = ident.text;
    if let Found::Later(later) = scope.find(name) {
        return later_variable(scope, ident, later);
    }
    let message = format!("unknown type or constructor `{name}`");
    let mut fault = scope.error(codes::UNKNOWN_NAME, ident.span, "not declared", message);
    if let Some(dialect) = knows(name) {
        fault = fault.note(format!("it is predefined in the dialect {dialect}"));
    }
    let near = cx.nearest(name, |names| {
        let bare = names.combinators.iter().filter(|(_, at)| names.heads[**at].is_some());
        let predefined = ["int", "long", "double", "string", "bytes", "vector", "int128", "int256"];
        bare.map(|(name, _)| *name).chain(names.type_names()).chain(predefined)
    });
    did_you_mean(fault, scope, ident, near)
}

pub(super) fn later_variable(scope: &Scope<'_>, ident: &Ident<'_>, later: Span) -> Diagnostic {
    let message = format!("`{}` is used before it is declared", ident.text);
    scope
        .error(codes::VARIABLE_LATER, ident.span, "not known yet", message)
        .label(scope.place(later), "declared here")
        .note("a reader needs the number before what depends on it")
}

/// Lowers the arguments of an application; their number and kinds are those of the type's parameters.
pub(super) fn arguments_of<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    ty: TypeId,
    ident: &Ident<'a>,
    spine: &Spine<'a>,
) -> Option<Vec<Arg>> {
    let params = &cx.names.types[ty.0 as usize].params;
    if params.is_empty() && spine.args.is_empty() {
        return Some(Vec::new());
    }
    let params = params.clone();
    if params.len() != spine.args.len() {
        let fault = wrong_count(cx, scope, ty, ident, spine);
        return cx.report(fault);
    }
    let args: Vec<Option<Arg>> = params
        .iter()
        .zip(&spine.args)
        .map(|(kind, arg)| match kind {
            Kind::Type => type_expr(cx, scope, arg, TypeUse::Argument).map(Arg::Type),
            Kind::Nat => nat_expr(cx, scope, arg, NatUse::Argument).map(Arg::Nat),
        })
        .collect();
    args.into_iter().collect()
}

fn wrong_count(
    cx: &Lowering<'_, '_>,
    scope: &Scope<'_>,
    ty: TypeId,
    ident: &Ident<'_>,
    spine: &Spine<'_>,
) -> Diagnostic {
    let params = &cx.names.types[ty.0 as usize].params;
    let found = spine.args.len();
    let given = if found == 0 { "none".to_owned() } else { found.to_string() };
    let message = format!("`{}` takes {}, found {given}", ident.text, arguments(params));
    let (code, span) = match spine.args.get(params.len()) {
        Some(extra) => (codes::TOO_MANY_ARGUMENTS, extra.span),
        None => (codes::TOO_FEW_ARGUMENTS, spine.span),
    };
    let label = if found < params.len() { "arguments missing" } else { "one too many" };
    let mut fault = scope.error(code, span, label, message);
    if let Some(first) = cx.names.makers[ty.0 as usize].first() {
        fault = fault.label(cx.declarations[*first].name_place(), "its arguments come from here");
    }
    if found == 0 {
        let words: Vec<_> =
            params.iter().map(|kind| if *kind == Kind::Nat { "n" } else { "t" }).collect();
        fault = fault.note(format!(
            "write the arguments in brackets: `{0}<{1}>` or `({0} {2})`",
            ident.text,
            words.join(","),
            words.join(" ")
        ));
    }
    fault
}
