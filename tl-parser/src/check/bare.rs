//! Bare values: without an id, the type alone has to say which constructor it is.

use std::collections::BTreeMap;

use super::codes;
use crate::{
    diagnostic::Diagnostic,
    lower::{BareUse, declaration::Declaration},
    schema::{Arg, Builtin, CombinatorId, NatExpr, Schema, TypeExpr, TypeId},
    span::Location,
};

/// Beyond so many constructors of one type their results are not compared with each other.
const COMPARED: usize = 256;

/// Bare uses of types with several constructors, or with one that has no name.
pub(super) fn bare_uses(
    schema: &Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    uses: &[BareUse],
) -> Vec<Diagnostic> {
    let mut overlaps: BTreeMap<TypeId, Vec<Vec<usize>>> = BTreeMap::new();
    let mut out = Vec::new();
    for bare in uses {
        let ty = &schema[bare.ty];
        let name_place = |at: usize| declarations[origins[at]].name_place();
        let default = ty.constructors.iter().find(|id| schema[**id].name == "_");
        if let Some(default) = default {
            let message = format!("`{}` has an anonymous constructor and is used bare", ty.name);
            let fault = Diagnostic::error(codes::DEFAULT_CONSTRUCTOR, message)
                .label(bare.location, "bare")
                .label(name_place(default.0 as usize), "the anonymous constructor");
            out.push(fault);
            continue;
        }
        if ty.builtin == Some(Builtin::Bool) && ty.constructors.len() < 2 {
            out.push(several(&ty.name, bare.location));
            continue;
        }
        let fitting: Vec<usize> = fitting(schema, bare);
        let overlaps = overlaps.entry(bare.ty).or_insert_with(|| overlapping(schema, bare.ty));
        let pair = fitting.iter().find_map(|at| {
            let other = overlaps[*at].iter().find(|other| fitting.binary_search(other).is_ok())?;
            Some((*other, *at))
        });
        if let Some((first, second)) = pair {
            let place = |at: usize| name_place(ty.constructors[at].0 as usize);
            let fault = several(&ty.name, bare.location)
                .label(place(first), "one constructor")
                .label(place(second), "another constructor");
            out.push(fault);
        }
    }
    out
}

fn several(name: &str, place: Location) -> Diagnostic {
    let message = format!("`{name}` is used bare, but has several constructors");
    Diagnostic::error(codes::BARE_TYPE, message)
        .label(place, "no id would tell which")
        .note(format!("without `%` the id is on the wire: `{name}`"))
}

/// The constructors that make a value of the type with these arguments.
fn fitting(schema: &Schema, bare: &BareUse) -> Vec<usize> {
    let results = results(schema, bare.ty);
    let fits = |(_, pattern): &(usize, &[Arg])| all_meet(&bare.args, pattern);
    results.into_iter().enumerate().take(COMPARED).filter(fits).map(|(at, _)| at).collect()
}

/// For each constructor the earlier ones that could make a value of the same type.
fn overlapping(schema: &Schema, ty: TypeId) -> Vec<Vec<usize>> {
    let results = results(schema, ty);
    let earlier = |at: usize| {
        let before = 0..at.min(COMPARED);
        before.filter(|other| all_meet(results[*other], results[at])).collect()
    };
    (0..results.len()).map(earlier).collect()
}

fn results(schema: &Schema, ty: TypeId) -> Vec<&[Arg]> {
    let result = |id: &CombinatorId| match &schema[*id].result {
        TypeExpr::Apply(apply) => apply.args.as_slice(),
        _ => &[],
    };
    schema[ty].constructors.iter().map(result).collect()
}

fn all_meet(left: &[Arg], right: &[Arg]) -> bool {
    left.iter().zip(right).all(|(left, right)| match (left, right) {
        (Arg::Nat(left), Arg::Nat(right)) => nats_meet(*left, *right),
        (Arg::Type(left), Arg::Type(right)) => types_meet(left, right),
        _ => false,
    })
}

/// Whether both can be the same number; their variables are different ones.
fn nats_meet(left: NatExpr, right: NatExpr) -> bool {
    match (left.var, right.var) {
        (None, None) => left.plus == right.plus,
        (None, Some(_)) => left.plus >= right.plus,
        (Some(_), None) => right.plus >= left.plus,
        (Some(_), Some(_)) => true,
    }
}

fn types_meet(left: &TypeExpr, right: &TypeExpr) -> bool {
    match (left, right) {
        (TypeExpr::Var(_), _) | (_, TypeExpr::Var(_)) => true,
        (TypeExpr::Apply(left), TypeExpr::Apply(right)) => {
            left.ty == right.ty && left.form == right.form && all_meet(&left.args, &right.args)
        }
        (left, right) => left == right,
    }
}

/// A type has at most one constructor without a name.
pub(super) fn defaults(
    schema: &Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for ty in &schema.types {
        let anonymous = |id: &&CombinatorId| schema[**id].name == "_";
        let mut defaults = ty.constructors.iter().filter(anonymous);
        let Some(first) = defaults.next() else { continue };
        let place = |at: u32| declarations[origins[at as usize]].name_place();
        for second in defaults {
            let message = format!("`{}` has two anonymous constructors", ty.name);
            let fault = Diagnostic::error(codes::DEFAULT_CONSTRUCTOR, message)
                .label(place(second.0), "the second")
                .label(place(first.0), "the first");
            out.push(fault);
        }
    }
    out
}
