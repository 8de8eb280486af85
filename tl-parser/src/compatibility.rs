//! Whether a schema can replace an older one while programs of both talk to each other.
//!
//! VK, TON and others change a schema in place: ids stay, and new fields come under new bits that old programs do not
//! set. The rules are those of VK's linter, and one more: an id stays. Telegram does not need them, because each of its
//! layers gives what it changes a new id.

mod field;
mod pair;
mod reference;
mod word;

use crate::{
    codes,
    diagnostic::Diagnostic,
    schema::{Apply, Combinator, Form, Origin, Schema, Type, TypeExpr, TypeId},
    syntax::Role,
};
use field::fields;
use pair::{Pair, by_name, each_apply, kind};
use reference::References;
use word::Words;

/// Reports what `new` breaks for programs that use `old`, by the rules `TL0301` and up.
///
/// Places are in the files of `new`. What is removed has no place there, and such a diagnostic has no label.
/// Constructors and methods correspond by name, and their fields by position, so that fields can be renamed.
#[must_use]
pub fn incompatible(old: &Schema, new: &Schema) -> Vec<Diagnostic> {
    let (were, are) = (by_name(old), by_name(new));
    let words = Words::new(old, new);
    let mut faults = Vec::new();
    for (key, was) in &were {
        match are.get(key) {
            Some(is) => faults.extend(successor(&Pair { old, was, new, is }, &words)),
            None => faults.push(removed(was)),
        }
    }
    for is in are.iter().filter(|(key, _)| !were.contains_key(*key)).map(|(_, is)| *is) {
        faults.extend(first_field(is));
    }
    faults.extend(new_unions(old, new));
    faults.sort_by_key(|fault| (fault.location(), fault.code));
    faults
}

fn removed(was: &Combinator) -> Diagnostic {
    let message = format!("the {} `{}` is removed", kind(was), was.name);
    let note = "old programs still send it, and expect it to be read";
    Diagnostic::error(codes::COMBINATOR_REMOVED, message).note(note)
}

/// Checks a combinator that both schemas have.
fn successor(pair: &Pair<'_>, words: &Words<'_>) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    let (was, is) = (pair.was, pair.is);
    if was.id != is.id {
        let message =
            format!("the id of `{}` changes from {:08x} to {:08x}", is.name, was.id, is.id);
        let written = is.written_id.is_none();
        let note = format!("write the old id: `{}#{:08x}`", is.name, was.id);
        let fault = Diagnostic::error(codes::ID_CHANGED, message).label(is.location, "");
        faults.push(if written { fault.note(note) } else { fault });
    }
    let params = |it: &Combinator| it.vars.iter().filter(|var| var.origin == Origin::Param).count();
    if params(is) < params(was) {
        let message = format!("`{}` has fewer parameters than before", is.name);
        let label = format!("{} instead of {}", params(is), params(was));
        let fault = Diagnostic::error(codes::PARAMETER_REMOVED, message);
        faults.push(fault.label(is.location, label));
    }
    faults.extend(fields(pair, words));
    if is.role == Role::Function && !References::new(pair).is_same(&was.result, &is.result) {
        let message = format!("the response of `{}` changes", is.name);
        faults.push(Diagnostic::error(codes::TYPE_CHANGED, message).label(is.location, ""));
    }
    faults
}

/// A new method whose fields begin otherwise than with a flag word cannot get optional fields at their front later.
fn first_field(is: &Combinator) -> Option<Diagnostic> {
    let first = is.fields.first().filter(|_| is.role == Role::Function)?;
    if first.ty == TypeExpr::Nat {
        return None;
    }
    let message = format!("the first field of the new method `{}` is not a `#`", is.name);
    let note = "begin with a field such as `fields:#`, whose bits later fields can use";
    let fault = Diagnostic::error(codes::FIRST_FIELD, message);
    Some(fault.label(first.location, "").note(note))
}

/// Types that the old schema uses without ids, and that get a second constructor.
fn new_unions(old: &Schema, new: &Schema) -> Vec<Diagnostic> {
    let mut faults = Vec::new();
    for (id, ty) in old.types().filter(|(_, ty)| ty.builtin.is_none()) {
        let ([_], Some(now)) = (ty.constructors.as_slice(), named(new, &ty.name)) else { continue };
        let [_, second, ..] = now.constructors.as_slice() else { continue };
        let Some(user) = old.combinators.iter().find(|it| uses_bare(it, id)) else { continue };
        let message = format!("`{}` gets a second constructor, and is used bare", ty.name);
        let note =
            format!("`{}` holds it without an id, which would have to tell them apart", user.name);
        let fault = Diagnostic::error(codes::BARE_UNION, message);
        faults.push(fault.label(new[*second].location, "").note(note));
    }
    faults
}

fn named<'s>(schema: &'s Schema, name: &str) -> Option<&'s Type> {
    schema.types.iter().find(|ty| ty.name == name)
}

fn uses_bare(of: &Combinator, wanted: TypeId) -> bool {
    let mut found = false;
    let mut see = |apply: &Apply| found |= apply.ty == wanted && apply.form == Form::Bare;
    of.fields.iter().for_each(|field| each_apply(&field.ty, &mut see));
    each_apply(&of.result, &mut see);
    found
}

#[cfg(test)]
mod tests;
