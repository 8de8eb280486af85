//! Bare values have no id, so their type must have only one possible constructor.

use std::collections::BTreeMap;

use crate::{
    codes,
    diagnostic::Diagnostic,
    faults::sink::Sink,
    lower::{BareUse, declaration::Declaration},
    schema::{Arg, Builtin, CombinatorId, NatExpr, Schema, TypeExpr, TypeId},
    span::Location,
};

/// Results are compared only up to this many constructors of one type.
const COMPARED: usize = 256;

/// The reasons why bare uses of a type are ambiguous.
struct Doubts {
    /// The anonymous constructor.
    default: Option<usize>,
    /// For each constructor, the earlier ones that can make a value of the same type.
    overlaps: Vec<Vec<usize>>,
}

/// Checks bare uses of types that have several constructors or an anonymous one.
pub(super) fn bare_uses(
    schema: &Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    uses: &[BareUse],
    out: &mut Sink<'_>,
) {
    let mut known: BTreeMap<TypeId, Doubts> = BTreeMap::new();
    for bare in uses {
        let ty = &schema[bare.ty];
        let place = |at: usize| declarations[origins[ty.constructors[at].0 as usize]].name_place();
        let doubts = known.entry(bare.ty).or_insert_with(|| doubts(schema, bare.ty));
        if let Some(default) = doubts.default {
            let message = format!("`{}` has an anonymous constructor and is used bare", ty.name);
            let fault = Diagnostic::error(codes::DEFAULT_CONSTRUCTOR, message)
                .label(bare.location, "bare")
                .label(place(default), "the anonymous constructor");
            out.push(fault);
        } else if ty.builtin == Some(Builtin::Bool) && ty.constructors.len() < 2 {
            out.push(several(&ty.name, bare.location));
        } else if let Some((first, second)) = pair(schema, bare, doubts) {
            let fault = several(&ty.name, bare.location)
                .label(place(first), "one constructor")
                .label(place(second), "another constructor");
            out.push(fault);
        }
    }
}

fn doubts(schema: &Schema, ty: TypeId) -> Doubts {
    let default = schema[ty].constructors.iter().position(|id| schema[*id].name == "_");
    Doubts { default, overlaps: overlapping(schema, ty) }
}

/// Finds two constructors that a bare use can mean.
fn pair(schema: &Schema, bare: &BareUse, doubts: &Doubts) -> Option<(usize, usize)> {
    let fitting = fitting(schema, bare);
    fitting.iter().find_map(|at| {
        let other =
            doubts.overlaps[*at].iter().find(|other| fitting.binary_search(other).is_ok())?;
        Some((*other, *at))
    })
}

fn several(name: &str, place: Location) -> Diagnostic {
    let message = format!("`{name}` is used bare, but has several constructors");
    Diagnostic::error(codes::BARE_TYPE, message)
        .label(place, "no id says which")
        .note(format!("remove `%` to put the id on the wire: `{name}`"))
}

/// Returns the constructors that make a value of the type with these arguments.
fn fitting(schema: &Schema, bare: &BareUse) -> Vec<usize> {
    let fits = |(_, pattern): &(usize, &[Arg])| all_meet(&bare.args, pattern);
    results(schema, bare.ty).enumerate().filter(fits).map(|(at, _)| at).collect()
}

fn overlapping(schema: &Schema, ty: TypeId) -> Vec<Vec<usize>> {
    let results: Vec<&[Arg]> = results(schema, ty).collect();
    let earlier =
        |at: usize| (0..at).filter(|other| all_meet(results[*other], results[at])).collect();
    (0..results.len()).map(earlier).collect()
}

/// Returns the arguments of each constructor's result.
fn results(schema: &Schema, ty: TypeId) -> impl Iterator<Item = &[Arg]> {
    let result = |id: &CombinatorId| match &schema[*id].result {
        TypeExpr::Apply(apply) => apply.args.as_slice(),
        _ => &[],
    };
    // Without arguments every constructor matches, so two are enough.
    let most = if schema[ty].params.is_empty() { 2 } else { COMPARED };
    schema[ty].constructors.iter().take(most).map(result)
}

fn all_meet(left: &[Arg], right: &[Arg]) -> bool {
    left.iter().zip(right).all(|(left, right)| match (left, right) {
        (Arg::Nat(left), Arg::Nat(right)) => nats_meet(*left, *right),
        (Arg::Type(left), Arg::Type(right)) => types_meet(left, right),
        _ => false,
    })
}

/// Returns whether both can be the same number; their variables are independent.
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

/// Checks that each type has at most one anonymous constructor.
pub(super) fn defaults(
    schema: &Schema,
    declarations: &[Declaration<'_>],
    origins: &[usize],
    out: &mut Sink<'_>,
) {
    for ty in &schema.types {
        let anonymous = |id: &&CombinatorId| schema[**id].name == "_";
        let mut defaults = ty.constructors.iter().filter(anonymous);
        let Some(first) = defaults.next() else { continue };
        let place = |at: u32| declarations[origins[at as usize]].name_place();
        for second in defaults {
            let message = format!("`{}` has two anonymous constructors", ty.name);
            let fault = Diagnostic::error(codes::DEFAULT_CONSTRUCTOR, message)
                .label(place(second.0), "the second")
                .label(place(first.0), "the first")
                .note("name one of them, so that readers can tell them apart");
            out.push(fault);
        }
    }
}
