//! Reports types that have no finite value, such as `a x:A = A`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    codes,
    diagnostic::Diagnostic,
    schema::{Arg, Combinator, Field, Schema, Type, TypeExpr, TypeId, VarId},
    span::Location,
};

/// Reports one cycle of fields for each group of types that need each other without end.
///
/// `incomplete` marks types that lost a faulty constructor, which might have had a finite value. A cycle that
/// contains one of the `reported` faults is not reported again.
pub(super) fn infinite(
    schema: &Schema,
    incomplete: &[bool],
    reported: &[Diagnostic],
) -> Vec<Diagnostic> {
    let required = required_params(schema);
    let needs: Vec<Vec<Need>> =
        schema.combinators.iter().map(|it| needs(schema, &required, &it.fields)).collect();
    let finite = finite_types(schema, incomplete, &needs);
    let known: BTreeSet<Location> = reported.iter().filter_map(Diagnostic::location).collect();
    let is_new =
        |cycle: &&Vec<(TypeId, Need)>| !cycle.iter().any(|(_, need)| known.contains(&need.because));
    let cycles = cycles(schema, &needs, &finite);
    cycles.iter().filter(is_new).map(|cycle| report(schema, cycle)).collect()
}

/// A value of this type is needed because of this field.
#[derive(Clone, Copy, Debug)]
struct Need {
    ty: TypeId,
    because: Location,
}

/// Returns, for each type, the arguments that every value of the type holds a value of: both for `Pair X Y`.
fn required_params(schema: &Schema) -> Vec<Vec<bool>> {
    let required = |ty: &Type| {
        let known = ty.builtin.is_none() && !ty.constructors.is_empty();
        let mut required = vec![known; ty.params.len()];
        for id in &ty.constructors {
            let held = held_params(&schema[*id]);
            required.iter_mut().zip(held).for_each(|(required, held)| *required &= held);
        }
        required
    };
    schema.types.iter().map(required).collect()
}

/// Returns, for each argument of a constructor's result, whether a field holds a value of it.
fn held_params(combinator: &Combinator) -> Vec<bool> {
    let TypeExpr::Apply(result) = &combinator.result else { return Vec::new() };
    if result.args.is_empty() {
        return Vec::new();
    }
    let held: BTreeSet<VarId> = combinator.fields.iter().filter_map(held_var).collect();
    let is_held = |arg: &Arg| matches!(arg, Arg::Type(TypeExpr::Var(var)) if held.contains(var));
    result.args.iter().map(is_held).collect()
}

fn held_var(field: &Field) -> Option<VarId> {
    match field.ty {
        TypeExpr::Var(var) if field.condition.is_none() => Some(var),
        _ => None,
    }
}

/// Returns the values that a value with these fields needs. A vector may be empty, and a flag word may be 0.
fn needs(schema: &Schema, required: &[Vec<bool>], fields: &[Field]) -> Vec<Need> {
    let mut out = Vec::new();
    for field in fields.iter().filter(|field| field.condition.is_none() && !field.bang) {
        match &field.ty {
            TypeExpr::Repetition(repetition) if repetition.times.plus > 0 => {
                out.extend(needs(schema, required, &repetition.fields));
            }
            ty => needed(schema, required, ty, field.location, &mut out),
        }
    }
    out
}

fn needed(
    schema: &Schema,
    required: &[Vec<bool>],
    ty: &TypeExpr,
    because: Location,
    out: &mut Vec<Need>,
) {
    let TypeExpr::Apply(apply) = ty else { return };
    if schema[apply.ty].builtin.is_none() {
        out.push(Need { ty: apply.ty, because });
    }
    for (arg, required_arg) in apply.args.iter().zip(&required[apply.ty.0 as usize]) {
        if let (Arg::Type(arg), true) = (arg, required_arg) {
            needed(schema, required, arg, because, out);
        }
    }
}

/// Returns the types that have a finite value: those with a constructor that needs only types with finite
/// values.
fn finite_types(schema: &Schema, incomplete: &[bool], needs: &[Vec<Need>]) -> Vec<bool> {
    let mut waiting: BTreeMap<TypeId, Vec<usize>> = BTreeMap::new();
    let mut missing: Vec<usize> = needs.iter().map(Vec::len).collect();
    for (at, needs) in needs.iter().enumerate() {
        for need in needs {
            waiting.entry(need.ty).or_default().push(at);
        }
    }
    let mut finite = vec![false; schema.types.len()];
    let is_given = |(id, ty): &(TypeId, &Type)| {
        ty.constructors.is_empty() || ty.builtin.is_some() || incomplete[id.0 as usize]
    };
    let mut ready: Vec<TypeId> = schema.types().filter(is_given).map(|(id, _)| id).collect();
    ready.extend(
        (0..needs.len()).filter(|at| missing[*at] == 0).filter_map(|at| made_by(schema, at)),
    );
    while let Some(ty) = ready.pop() {
        if core::mem::replace(&mut finite[ty.0 as usize], true) {
            continue;
        }
        for at in waiting.remove(&ty).unwrap_or_default() {
            missing[at] -= 1;
            if missing[at] == 0 {
                ready.extend(made_by(schema, at));
            }
        }
    }
    finite
}

/// Returns the type that a constructor makes.
fn made_by(schema: &Schema, at: usize) -> Option<TypeId> {
    let combinator = &schema.combinators[at];
    match &combinator.result {
        TypeExpr::Apply(apply) if combinator.role == crate::syntax::Role::Constructor => {
            Some(apply.ty)
        }
        _ => None,
    }
}

/// Follows, from each infinite type, its first infinite need until a type repeats.
fn cycles(schema: &Schema, needs: &[Vec<Need>], finite: &[bool]) -> Vec<Vec<(TypeId, Need)>> {
    let next = |ty: TypeId| {
        let constructors = schema[ty].constructors.iter();
        let mut needs = constructors.flat_map(|id| &needs[id.0 as usize]);
        needs.find(|need| !finite[need.ty.0 as usize]).copied()
    };
    let mut seen_in = vec![None; finite.len()];
    let mut out = Vec::new();
    for (start, _) in schema.types().filter(|(id, _)| !finite[id.0 as usize]) {
        let (mut path, mut at) = (Vec::new(), start);
        while seen_in[at.0 as usize].is_none() {
            seen_in[at.0 as usize] = Some(start);
            let Some(need) = next(at) else { break };
            path.push((at, need));
            at = need.ty;
        }
        if seen_in[at.0 as usize] == Some(start)
            && let Some(first) = path.iter().position(|(ty, _)| *ty == at)
        {
            out.push(path.split_off(first));
        }
    }
    out
}

fn report(schema: &Schema, cycle: &[(TypeId, Need)]) -> Diagnostic {
    let name = |ty: TypeId| &schema[ty].name;
    let (first, need) = cycle[0];
    let message = format!("`{}` has no finite value", name(first));
    let mut fault = Diagnostic::error(codes::NO_FINITE_VALUE, message)
        .label(need.because, format!("contains `{}`", name(need.ty)));
    // A few steps show the cycle; the rest of a long one would only fill the screen.
    for (_, need) in cycle.iter().skip(1).take(4) {
        fault = fault.label(need.because, format!("which contains `{}`", name(need.ty)));
    }
    fault.note("make a field on the way conditional, `flags.0?`, or a vector")
}
