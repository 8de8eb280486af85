//! Properties of a schema as a whole: minimum sizes, cycles, and the dependents of each `#`.

use crate::reflect::schema::{
    bounds::note_bounds,
    builtin::Builtin,
    expr::{Apply, Arg, Form, Node, TypeExpr},
    field::Field,
    graph::components,
    table::Schema,
    uses::note_uses,
};
use alloc::{vec, vec::Vec};

/// The number of rounds that pass sizes around cycles.
///
/// A size that is not final yet is too small, which only weakens a check.
const ROUNDS: usize = 16;

/// The maximum size, so that sums cannot overflow.
const LARGEST: u64 = 1 << 40;

pub(crate) fn measure(schema: &mut Schema) {
    let order = mark_cycles(schema);
    for _ in 0..ROUNDS {
        if !grow(schema, &order) {
            break;
        }
    }
    note_uses(schema, &order);
    note_bounds(schema);
}

/// Marks types that can hold themselves, and returns all combinators, those before others that these hold.
fn mark_cycles(schema: &mut Schema) -> Vec<u32> {
    let mut graph = Vec::with_capacity(schema.types.len());
    for ty in &schema.types {
        let mut targets = Vec::new();
        for &constructor in &ty.constructors {
            mentions(&schema.combinators[constructor as usize].fields, &mut targets);
        }
        graph.push(targets);
    }
    let components = components(&graph);
    for (ty, is_cyclic) in schema.types.iter_mut().zip(components.cyclic) {
        ty.is_cyclic = is_cyclic;
    }
    let mut order = Vec::with_capacity(schema.combinators.len());
    let mut is_listed = vec![false; schema.combinators.len()];
    for &ty in &components.inner_first {
        for &at in &schema.types[ty as usize].constructors {
            is_listed[at as usize] = true;
            order.push(at);
        }
    }
    // Functions, and constructors of what is no type of the schema.
    for (at, is_listed) in (0..).zip(is_listed) {
        if !is_listed {
            order.push(at);
        }
    }
    order
}

/// The types that fields refer to.
pub(crate) fn mentions(fields: &[Field], out: &mut Vec<u32>) {
    for field in fields {
        mentions_of(&field.ty, out);
    }
}

fn mentions_of(expr: &TypeExpr, out: &mut Vec<u32>) {
    match &expr.0 {
        Node::Nat | Node::Kind | Node::Var(_) => {}
        Node::Repetition(repetition) => mentions(&repetition.fields, out),
        Node::Apply(apply) => {
            out.push(apply.ty);
            for arg in &apply.args {
                if let Arg::Type(arg) = arg {
                    mentions_of(arg, out);
                }
            }
        }
    }
}

/// Computes sizes from the sizes of other types, and returns whether one has grown.
fn grow(schema: &mut Schema, order: &[u32]) -> bool {
    let mut grown = false;
    for &at in order {
        let size = least_of(schema, &schema.combinators[at as usize].fields);
        let combinator = &mut schema.combinators[at as usize];
        grown |= combinator.least < size;
        combinator.least = size;
    }
    grown
}

pub(crate) fn least_of(schema: &Schema, fields: &[Field]) -> u64 {
    let size = |field: &Field| match field.condition {
        Some(_) => 0,
        None if field.is_call => 4,
        None => least(schema, &field.ty),
    };
    fields.iter().map(size).fold(0, u64::saturating_add).min(LARGEST)
}

/// The minimum number of bytes of a value of the type, for any values of its variables.
pub(crate) fn least(schema: &Schema, expr: &TypeExpr) -> u64 {
    match &expr.0 {
        Node::Nat => 4,
        Node::Kind | Node::Var(_) => 0,
        Node::Apply(apply) => least_of_apply(schema, apply),
        Node::Repetition(repetition) => {
            let times = u64::from(repetition.times.plus);
            least_of(schema, &repetition.fields).saturating_mul(times).min(LARGEST)
        }
    }
}

fn least_of_apply(schema: &Schema, apply: &Apply) -> u64 {
    let ty = &schema.types[apply.ty as usize];
    let bare = match ty.builtin {
        Some(builtin) => builtin.least(),
        None => schema.constructors_of(ty).map(|it| it.least).min().unwrap_or_default(),
    };
    let has_id = apply.form == Form::Boxed && ty.builtin.is_none_or(Builtin::has_bare_form);
    if has_id { bare.saturating_add(4) } else { bare }
}
