//! Lowers the parameters in braces.

use super::{
    Lowering, field::duplicate, names::kind_of_param, scope::Scope, spine::ungrouped,
    vars::mentioned,
};
use crate::{
    codes,
    diagnostic::Diagnostic,
    id::is_boxed_name,
    schema::{Field, Kind, Origin, TypeExpr, VarId},
    span::Span,
    syntax::{Combinator, ExprKind, FieldType, Role},
};

/// Binds the parameters in braces, and returns the span of each; `None` if one is faulty.
pub(super) fn params<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    combinator: &'a Combinator<'a>,
) -> Option<Vec<Span>> {
    let (mut sound, mut spans) = (true, Vec::new());
    for params in &combinator.params {
        let kind = kind_of_param(&params.kind);
        if kind.is_none() && params.kind.kind != ExprKind::Invalid {
            let message = "the kind of a variable in braces must be `Type` or `#`".to_owned();
            let fault = scope.error(codes::PARAM_KIND, params.kind.span, "not a kind", message);
            cx.report::<()>(
                fault.note("variables in braces are never on the wire; a field has no braces"),
            );
        }
        sound &= kind.is_some();
        for name in &params.names {
            if let Some(first) = scope.announce(name) {
                sound = false;
                cx.report::<()>(duplicate(scope, name, first));
            }
            match kind {
                Some(kind) => {
                    scope.bind_var(Some(name), kind, Origin::Param);
                    spans.push(name.span);
                }
                None => scope.bind_broken(name),
            }
        }
    }
    if scope.role == Role::Function {
        spans.extend(forwarded(cx, scope, combinator));
    }
    sound.then_some(spans)
}

/// Telegram's JSON form and old files omit `{X:Type}`, which `query:!X` implies.
fn forwarded<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    combinator: &'a Combinator<'a>,
) -> Option<Span> {
    let ident =
        combinator.fields.iter().filter(|field| field.bang.is_some()).find_map(|field| {
            let FieldType::Expr(ty) = &field.ty else { return None };
            let ExprKind::Name(ident) = &ungrouped(ty).kind else { return None };
            // A variable has no namespace.
            (is_boxed_name(ident.text) && !ident.text.contains('.')).then_some(ident)
        })?;
    let known = cx.names.type_named(ident.text).is_some() || cx.names.is_broken(ident.text);
    if known || scope.announce(ident).is_some() {
        return None;
    }
    scope.bind_var(Some(ident), Kind::Type, Origin::Param);
    let name = ident.text;
    let end = combinator.id.map_or(combinator.name.span.end, |id| id.span.end);
    let declaration = format!(" {{{name}:Type}}");
    let fault = Diagnostic::warning(codes::PARAM_INFERRED, format!("`{name}` is not declared"))
        .label(scope.place(ident.span), "read as a variable, because a call returns it")
        .mend("declare it", scope.place(Span::new(end, end)), declaration);
    cx.report::<()>(fault);
    Some(ident.span)
}

/// Checks that the reader can determine every parameter in braces.
pub(super) fn determined(
    cx: &mut Lowering<'_, '_>,
    scope: &Scope<'_>,
    spans: &[Span],
    fields: &[Field],
    result: &TypeExpr,
) -> Option<()> {
    let in_result = seen(scope, [result]);
    let forwarded = fields.iter().filter(|field| field.bang).map(|field| &field.ty);
    let in_call = seen(scope, forwarded);
    let mut sound = Some(());
    for (at, span) in spans.iter().enumerate() {
        let var = &scope.vars[at];
        let fault = match scope.role {
            Role::Constructor if !in_result[at] => undetermined(scope, &var.name, *span),
            Role::Function if in_call[at] => continue,
            Role::Function if in_result[at] => not_forwarded(scope, &var.name, var.kind, *span),
            Role::Function => undetermined(scope, &var.name, *span),
            Role::Constructor => continue,
        };
        sound = cx.report(fault);
    }
    sound
}

fn seen<'t>(scope: &Scope<'_>, types: impl IntoIterator<Item = &'t TypeExpr>) -> Vec<bool> {
    let mut seen = vec![false; scope.vars.len()];
    for ty in types {
        mentioned(ty, &mut |VarId(var)| seen[var as usize] = true);
    }
    seen
}

fn undetermined(scope: &Scope<'_>, name: &str, span: Span) -> Diagnostic {
    let message = format!("nothing determines the variable `{name}`");
    let note = match scope.role {
        Role::Constructor => "a constructor's variables must occur in its result",
        Role::Function => "a function's variables must occur in the type of a `!` field",
    };
    scope.error(codes::PARAM_UNDETERMINED, span, "not determined", message).note(note)
}

fn not_forwarded(scope: &Scope<'_>, name: &str, kind: Kind, span: Span) -> Diagnostic {
    let message = format!("nothing tells the server what `{name}` is");
    let fault = scope.error(codes::PARAM_NOT_FORWARDED, span, "not in a `!` field", message);
    match kind {
        Kind::Type => {
            fault.note(format!("add a call of a function that returns it: `query:!{name}`"))
        }
        Kind::Nat => fault.note(format!("make it a field: `{name}:#` instead of `{{{name}:#}}`")),
    }
}
