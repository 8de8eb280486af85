//! The size of the smallest value of each type, which keeps examples short and finite.

use typelang_parser::{
    Schema,
    schema::{Arg, Builtin, Combinator, Field, TypeExpr},
};

/// The cost of a type that is not known to have a finite value.
pub(super) const ENDLESS: u32 = u32::MAX / 4;

/// The cost of `Empty` in a name: such a value says little.
const EMPTY: u32 = 4;

/// The cost of the smallest value of each type, by index.
pub(super) fn costs(schema: &Schema) -> Vec<u32> {
    let mut costs = vec![ENDLESS; schema.types.len()];
    for (cost, ty) in costs.iter_mut().zip(&schema.types) {
        if ty
            .builtin
            .is_some_and(|builtin| builtin != Builtin::Object && builtin != Builtin::Function)
        {
            *cost = 1;
        }
    }
    let mut is_changed = true;
    while is_changed {
        is_changed = false;
        for (at, ty) in schema.types.iter().enumerate().filter(|(_, ty)| ty.builtin.is_none()) {
            let least = ty.constructors.iter().map(|id| of(schema, &costs, &schema[*id])).min();
            if let Some(least) = least.filter(|least| *least < costs[at]) {
                costs[at] = least;
                is_changed = true;
            }
        }
    }
    costs
}

/// The cost of a combinator's smallest value.
pub(super) fn of(schema: &Schema, costs: &[u32], combinator: &Combinator) -> u32 {
    let empty = if combinator.name.ends_with("Empty") { EMPTY } else { 0 };
    fields(schema, costs, &combinator.fields).saturating_add(1 + empty).min(ENDLESS)
}

fn fields(schema: &Schema, costs: &[u32], list: &[Field]) -> u32 {
    let required = list.iter().filter(|field| field.condition.is_none());
    required.map(|field| expr(schema, costs, &field.ty)).fold(0, u32::saturating_add)
}

fn expr(schema: &Schema, costs: &[u32], ty: &TypeExpr) -> u32 {
    match ty {
        TypeExpr::Nat => 0,
        TypeExpr::Type | TypeExpr::Var(_) => 1,
        TypeExpr::Repetition(repetition) => fields(schema, costs, &repetition.fields).min(8),
        TypeExpr::Apply(apply) if schema[apply.ty].builtin == Some(Builtin::Vector) => {
            let item = apply.args.iter().map(|arg| match arg {
                Arg::Type(ty) => expr(schema, costs, ty),
                Arg::Nat(_) => 0,
            });
            // A list may be empty.
            item.sum::<u32>().saturating_add(1).min(8)
        }
        TypeExpr::Apply(apply) => costs[apply.ty.0 as usize],
    }
}
