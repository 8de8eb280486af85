//! Lowers fields: their names, conditions and types.

use super::{
    Lowering,
    expr::{TypeUse, type_expr},
    names::kind_of_param,
    nat::{NatUse, nat_expr},
    scope::{Found, Scope},
    suggestion::did_you_mean,
};
use crate::{
    codes,
    diagnostic::Diagnostic,
    schema::{Condition, Field, Kind, NatExpr, Origin, Repetition, TypeExpr, VarId},
    span::Span,
    syntax::{self, FieldType, Ident, Role},
};

/// Lowers the fields of a declaration or repetition, with groups expanded; returns `None` if one is faulty.
pub(super) fn fields<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    written: &'a [syntax::Field<'a>],
) -> Option<Vec<Field>> {
    let mut sound = announce(cx, scope, written);
    let mut out = Vec::with_capacity(written.len());
    for field in written {
        if let Some(shape) = shape(cx, scope, field) {
            expand(scope, field, &shape, &mut out);
        } else {
            sound = false;
            break_names(scope, field);
        }
    }
    sound.then_some(out)
}

/// Declares all names before any field is lowered, so that a name used too early is not reported as unknown.
fn announce<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    written: &'a [syntax::Field<'a>],
) -> bool {
    let names = written.iter().flat_map(|field| &field.names).filter(|name| name.text != "_");
    let mut sound = true;
    for name in names {
        if let Some(first) = scope.announce(name) {
            sound = false;
            cx.report::<()>(duplicate(scope, name, first));
        }
    }
    sound
}

pub(super) fn duplicate(scope: &Scope<'_>, name: &Ident<'_>, first: Span) -> Diagnostic {
    let message = format!("the name `{}` is used twice", name.text);
    scope
        .error(codes::DUPLICATE_FIELD, name.span, "used again here", message)
        .label(scope.place(first), "first used here")
        .note("rename one of the two; the bytes do not change, but the computed id does")
}

/// The parts that all names of one group share.
struct Shape {
    condition: Option<Condition>,
    bang: bool,
    ty: TypeExpr,
    kind: Option<Kind>,
}

fn shape<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    field: &'a syntax::Field<'a>,
) -> Option<Shape> {
    let condition = match &field.condition {
        Some(written) => condition(cx, scope, written).map(Some),
        None => Some(None),
    };
    let bang = match field.bang {
        Some(span) if scope.role == Role::Constructor => {
            let message = "`!` in a constructor".to_owned();
            let fault =
                scope.error(codes::BANG_IN_CONSTRUCTOR, span, "not allowed in a value", message);
            cx.report(
                fault.note("`!X` is a call of a function that returns X; only functions take one"),
            )
        }
        other => Some(other.is_some()),
    };
    let (ty, kind) = match &field.ty {
        FieldType::Expr(ty) if kind_of_param(ty) == Some(Kind::Nat) => {
            (Some(TypeExpr::Nat), Some(Kind::Nat))
        }
        FieldType::Expr(ty) if kind_of_param(ty).is_some() => {
            let message = "a field whose value is a type is not supported".to_owned();
            let fault =
                scope.error(codes::TYPE_FIELD, ty.span, "TL does not define its encoding", message);
            cx.report::<()>(fault.note("put the variable in braces: `{X:Type}`"));
            (None, None)
        }
        FieldType::Expr(ty) => (type_expr(cx, scope, ty, TypeUse::Field), None),
        FieldType::Repetition(written) => {
            (repetition(cx, scope, written).map(TypeExpr::Repetition), None)
        }
    };
    Some(Shape { condition: condition?, bang: bang?, ty: ty?, kind })
}

fn expand<'a>(
    scope: &mut Scope<'a>,
    field: &'a syntax::Field<'a>,
    shape: &Shape,
    out: &mut Vec<Field>,
) {
    if field.names.is_empty() {
        out.push(one(scope, field, None, shape));
    }
    for name in &field.names {
        out.push(one(scope, field, Some(name).filter(|name| name.text != "_"), shape));
    }
}

fn one<'a>(
    scope: &mut Scope<'a>,
    field: &'a syntax::Field<'a>,
    name: Option<&Ident<'a>>,
    shape: &Shape,
) -> Field {
    let defines = shape.kind.map(|kind| scope.bind_var(name, kind, Origin::Field));
    if let (None, Some(name)) = (defines, name) {
        scope.bind_field(name);
    }
    let span = match field.names.as_slice() {
        [] | [_] => field.span,
        _ => name.map_or(field.span, |name| name.span),
    };
    Field {
        name: name.map(|name| name.text.to_owned()),
        condition: shape.condition,
        bang: shape.bang,
        ty: shape.ty.clone(),
        defines,
        docs: None,
        location: scope.place(span),
    }
}

/// Suppresses reports about names that depend on a faulty field.
fn break_names<'a>(scope: &mut Scope<'a>, field: &'a syntax::Field<'a>) {
    let is_variable =
        matches!(&field.ty, FieldType::Expr(ty) if kind_of_param(ty) == Some(Kind::Nat));
    for name in &field.names {
        if is_variable {
            scope.bind_var(Some(name), Kind::Nat, Origin::Field);
        } else {
            scope.bind_broken(name);
        }
    }
}

fn condition<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    written: &syntax::Condition<'a>,
) -> Option<Condition> {
    let mask = mask(cx, scope, &written.mask);
    let bit = match &written.bit {
        None => {
            let message = format!("the condition on `{}` does not name a bit", written.mask.text);
            let fault = scope.error(codes::BIT_MISSING, written.span, "which bit?", message);
            cx.report(fault.note(format!("write `{}.0?` for the lowest bit", written.mask.text)))
        }
        Some(number) => match number.value.and_then(|bit| u8::try_from(bit).ok()) {
            Some(bit) if bit < 32 => Some(bit),
            _ => {
                let message = "a flag word has the bits 0 to 31".to_owned();
                let fault = scope.error(codes::BIT_TOO_HIGH, number.span, "no such bit", message);
                let name = written.mask.text;
                cx.report(
                    fault.note(format!("add a second flag word: `{name}2:# x:{name}2.0?int`")),
                )
            }
        },
    };
    Some(Condition { mask: mask?, bit: bit? })
}

fn mask<'a>(cx: &mut Lowering<'a, '_>, scope: &mut Scope<'a>, ident: &Ident<'a>) -> Option<VarId> {
    let name = ident.text;
    let fault = match scope.find(name) {
        Found::Var(var, Kind::Nat, _) => {
            scope.uses(var).mask.get_or_insert(ident.span);
            return Some(var);
        }
        Found::Broken => return None,
        Found::Var(_, Kind::Type, declared) | Found::Field(declared) => {
            let message = format!("the flag word `{name}` is not a number");
            scope
                .error(codes::MASK_NOT_NAT, ident.span, "used as a flag word here", message)
                .label(scope.place(declared), "its type is not `#`")
                .note(format!("declare it as a number: `{name}:#`"))
        }
        Found::Later(later) => {
            let message =
                format!("the flag word `{name}` is declared after a field that depends on it");
            scope
                .error(codes::MASK_LATER, ident.span, "not known yet", message)
                .label(scope.place(later), "declared here")
                .note(format!("move `{name}:#` before the fields that depend on it"))
        }
        Found::Nothing => {
            let message = format!("unknown flag word `{name}`");
            let fault = scope.error(codes::MASK_UNKNOWN, ident.span, "not declared", message);
            let fault = fault.note(format!("declare it before this field: `{name}:#`"));
            let near = cx.nearest(name, |_| scope.visible(Kind::Nat));
            did_you_mean(fault, scope, ident, near)
        }
    };
    cx.report(fault)
}

fn repetition<'a>(
    cx: &mut Lowering<'a, '_>,
    scope: &mut Scope<'a>,
    written: &'a syntax::Repetition<'a>,
) -> Option<Repetition> {
    let times = match &written.times {
        Some(times) => nat_expr(cx, scope, times, NatUse::Multiplicity),
        None => implicit_times(cx, scope, written.span),
    };
    scope.enter();
    let fields = fields(cx, scope, &written.fields);
    scope.leave();
    Some(Repetition { times: times?, implicit: written.times.is_none(), fields: fields? })
}

fn implicit_times(cx: &mut Lowering<'_, '_>, scope: &mut Scope<'_>, span: Span) -> Option<NatExpr> {
    let Some(var) = scope.last_nat() else {
        let message = "the repetition has no count".to_owned();
        let fault = scope.error(codes::NO_MULTIPLICITY, span, "no number precedes it", message);
        return cx.report(fault.note("write `n*[ … ]`, or add a `#` before it"));
    };
    scope.uses(var).size.get_or_insert(span);
    Some(NatExpr { var: Some(var), plus: 0 })
}
