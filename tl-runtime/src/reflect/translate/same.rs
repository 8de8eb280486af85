//! Combinators whose values have the same bytes in both schemas.

use crate::reflect::schema::builtin::Builtin;
use crate::reflect::schema::combinator::Combinator;
use crate::reflect::schema::expr::{Arg, Form, Nat, Node, TypeExpr};
use crate::reflect::schema::field::Field;
use crate::reflect::schema::measure::mentions;
use crate::reflect::schema::table::Schema;
use crate::reflect::schema::types::Type;
use crate::reflect::translate::table::Pair;
use alloc::{vec, vec::Vec};

/// Notes which pairs are the same, with all that they may hold; `at` is the index of the new schema.
pub(super) fn note_same(at: usize, old: &Schema, new: &Schema, pairs: &mut [Option<Pair>]) {
    for (combinator, pair) in old.combinators.iter().zip(&mut *pairs) {
        if let Some(pair) = pair {
            let to = &new.combinators[pair.combinator as usize];
            if pair.schema == at && are_declared_alike((old, combinator), (new, to)) {
                // At most names differ, and readers of both schemas read the same bytes.
                pair.targets = (0..).zip(&to.fields).map(|(at, _)| Some(at)).collect();
                pair.is_alike = is_alike((old, combinator), (new, to));
                pair.is_same = pair.is_alike;
            }
        }
    }
    let mut changed: Vec<u32> = (0..).zip(&old.types).map(|(at, _)| at).collect();
    changed.retain(|ty| !is_same_type(*ty, old, new, pairs));
    let users = users(old);
    let mut is_known = vec![false; old.types.len()];
    while let Some(ty) = changed.pop() {
        if core::mem::replace(&mut is_known[ty as usize], true) {
            continue;
        }
        for &user in &users[ty as usize] {
            if let Some(pair) = pairs[user as usize].as_mut().filter(|pair| pair.is_same) {
                pair.is_same = false;
                if let Node::Apply(made) = &old.combinators[user as usize].result.0 {
                    changed.push(made.ty);
                }
            }
        }
    }
}

/// The combinators with fields of each type.
fn users(schema: &Schema) -> Vec<Vec<u32>> {
    let mut users = vec![Vec::new(); schema.types.len()];
    let mut mentioned = Vec::new();
    for combinator in &schema.combinators {
        mentioned.clear();
        mentions(&combinator.fields, &mut mentioned);
        for &ty in &mentioned {
            users[ty as usize].push(combinator.index);
        }
    }
    users
}

/// Whether values of two combinators that are declared alike have the same bytes if the values in them have.
fn is_alike((old, a): In<'_, Combinator>, (new, b): In<'_, Combinator>) -> bool {
    let mut mentioned = Vec::new();
    mentions(&a.fields, &mut mentioned);
    let is_type = |ty: &u32| counterpart(*ty, old, new).is_some();
    let uses = a.vars.iter().zip(&b.vars).all(|(a, b)| a.uses == b.uses);
    uses && mentioned.iter().all(is_type)
}

/// The new type of the same name, unless its values may be of any type: one of them may have changed.
fn counterpart<'n>(ty: u32, old: &Schema, new: &'n Schema) -> Option<&'n Type> {
    let ty = &old.types[ty as usize];
    let is_any = matches!(ty.builtin, Some(Builtin::Object | Builtin::Function));
    new.type_named(&ty.name).filter(|other| other.builtin == ty.builtin && !is_any)
}

/// Whether all constructors of an old type are declared alike in the new type of the same name.
fn is_same_type(ty: u32, old: &Schema, new: &Schema, pairs: &[Option<Pair>]) -> bool {
    let Some(other) = counterpart(ty, old, new) else { return false };
    let ty = &old.types[ty as usize];
    let is_same = |index: &u32| pairs[*index as usize].as_ref().is_some_and(|pair| pair.is_same);
    ty.constructors.iter().all(is_same) && is_made_alike(ty, other, pairs)
}

/// Whether the counterparts of a type's constructors make the other type.
fn is_made_alike(ty: &Type, other: &Type, pairs: &[Option<Pair>]) -> bool {
    let to = |index: &u32| pairs[*index as usize].as_ref().map(|pair| pair.combinator);
    ty.constructors.iter().all(|index| to(index).is_some_and(|to| other.constructors.contains(&to)))
}

/// A part of a schema.
pub(crate) type In<'s, T> = (&'s Schema, &'s T);

/// Whether two combinators have the same id, variables and fields; names do not count, since they are not in bytes.
pub(crate) fn are_declared_alike(
    (old, a): In<'_, Combinator>,
    (new, b): In<'_, Combinator>,
) -> bool {
    let vars = a.vars.len() == b.vars.len()
        && a.vars.iter().zip(&b.vars).all(|(a, b)| a.kind == b.kind && a.is_param == b.is_param);
    vars && a.id == b.id
        && are_fields((old, &*a.fields), (new, &*b.fields))
        && is_expr((old, &a.result), (new, &b.result))
}

fn are_fields((old, a): (&Schema, &[Field]), (new, b): (&Schema, &[Field])) -> bool {
    let is_field = |(a, b): (&Field, &Field)| {
        a.condition == b.condition
            && a.var == b.var
            && !a.is_call
            && !b.is_call
            && is_expr((old, &a.ty), (new, &b.ty))
    };
    a.len() == b.len() && a.iter().zip(b).all(is_field)
}

fn is_expr((old, a): In<'_, TypeExpr>, (new, b): In<'_, TypeExpr>) -> bool {
    match (&a.0, &b.0) {
        (Node::Nat, Node::Nat) => true,
        (Node::Var(a), Node::Var(b)) => a == b,
        (Node::Apply(a), Node::Apply(b)) => {
            let (of, to) = (&old.types[a.ty as usize], &new.types[b.ty as usize]);
            // Without an id, the first constructor that fits is read.
            let is_found = a.form == Form::Boxed || of.constructors.len() == to.constructors.len();
            of.name == to.name
                && a.form == b.form
                && is_found
                && a.args.len() == b.args.len()
                && a.args.iter().zip(&b.args).all(|(a, b)| is_arg((old, a), (new, b)))
        }
        (Node::Repetition(a), Node::Repetition(b)) => {
            is_nat(a.times, b.times) && are_fields((old, &*a.fields), (new, &*b.fields))
        }
        _ => false,
    }
}

fn is_arg((old, a): In<'_, Arg>, (new, b): In<'_, Arg>) -> bool {
    match (a, b) {
        (Arg::Type(a), Arg::Type(b)) => is_expr((old, a), (new, b)),
        (Arg::Nat(a), Arg::Nat(b)) => is_nat(*a, *b),
        _ => false,
    }
}

fn is_nat(a: Nat, b: Nat) -> bool {
    a.var == b.var && a.plus == b.plus
}
