//! The variables in types, and their numbering.

use crate::schema::{Arg, Field, NatExpr, Origin, TypeExpr, Var, VarId};

/// Calls `see` with every variable that the type mentions, in the order of the text.
pub(crate) fn mentioned(ty: &TypeExpr, see: &mut impl FnMut(VarId)) {
    match ty {
        TypeExpr::Nat | TypeExpr::Type => {}
        TypeExpr::Var(var) => see(*var),
        TypeExpr::Apply(apply) => {
            for arg in &apply.args {
                match arg {
                    Arg::Type(ty) => mentioned(ty, see),
                    Arg::Nat(nat) => nat.var.into_iter().for_each(&mut *see),
                }
            }
        }
        TypeExpr::Repetition(repetition) => {
            repetition.times.var.into_iter().for_each(&mut *see);
            for field in &repetition.fields {
                field.condition.into_iter().for_each(|condition| see(condition.mask));
                mentioned(&field.ty, see);
            }
        }
    }
}

/// Drops the field variables that nothing refers to, and renumbers the others.
pub(crate) fn prune(
    vars: Vec<Var>,
    is_used: impl Fn(usize) -> bool,
    fields: &mut [Field],
    result: &mut TypeExpr,
) -> Vec<Var> {
    let mut kept = Vec::with_capacity(vars.len());
    let mut numbers = Vec::with_capacity(vars.len());
    for (at, var) in vars.into_iter().enumerate() {
        if var.origin == Origin::Param || is_used(at) {
            numbers.push(Some(VarId(u32::try_from(kept.len()).unwrap_or(u32::MAX))));
            kept.push(var);
        } else {
            numbers.push(None);
        }
    }
    if kept.len() < numbers.len() {
        renumber_fields(fields, &numbers);
        renumber(result, &numbers);
    }
    kept
}

fn renumber_fields(fields: &mut [Field], numbers: &[Option<VarId>]) {
    for field in fields {
        field.defines = field.defines.and_then(|var| numbers[var.0 as usize]);
        if let Some(condition) = &mut field.condition {
            condition.mask = kept(condition.mask, numbers);
        }
        renumber(&mut field.ty, numbers);
    }
}

fn kept(var: VarId, numbers: &[Option<VarId>]) -> VarId {
    numbers[var.0 as usize].expect("a number, because a variable in use is kept")
}

fn renumber(ty: &mut TypeExpr, numbers: &[Option<VarId>]) {
    let nat = |nat: &mut NatExpr| nat.var = nat.var.map(|var| kept(var, numbers));
    match ty {
        TypeExpr::Nat | TypeExpr::Type => {}
        TypeExpr::Var(var) => *var = kept(*var, numbers),
        TypeExpr::Apply(apply) => {
            for arg in &mut apply.args {
                match arg {
                    Arg::Type(ty) => renumber(ty, numbers),
                    Arg::Nat(expr) => nat(expr),
                }
            }
        }
        TypeExpr::Repetition(repetition) => {
            nat(&mut repetition.times);
            renumber_fields(&mut repetition.fields, numbers);
        }
    }
}
