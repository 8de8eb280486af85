//! Combinators that correspond, and what they are called.

use std::collections::BTreeMap;

use crate::{
    diagnostic::{Code, Diagnostic},
    schema::{Apply, Arg, Combinator, Field, Schema, TypeExpr},
    syntax::Role,
};

/// A combinator in the old and in the new schema.
pub(super) struct Pair<'s> {
    pub(super) old: &'s Schema,
    pub(super) was: &'s Combinator,
    pub(super) new: &'s Schema,
    pub(super) is: &'s Combinator,
}

/// The combinators of a schema by role and name; of several with one name, the first.
pub(super) fn by_name(schema: &Schema) -> BTreeMap<(bool, &str), &Combinator> {
    let mut named = BTreeMap::new();
    for it in schema.combinators.iter().filter(|it| !it.builtin && it.name != "_") {
        named.entry((it.role == Role::Function, it.name.as_str())).or_insert(it);
    }
    named
}

pub(super) fn kind(of: &Combinator) -> &'static str {
    if of.role == Role::Function { "method" } else { "constructor" }
}

/// Visits all types that a type mentions.
pub(super) fn each_apply(ty: &TypeExpr, see: &mut impl FnMut(&Apply)) {
    match ty {
        TypeExpr::Apply(apply) => {
            see(apply);
            for arg in &apply.args {
                if let Arg::Type(ty) = arg {
                    each_apply(ty, see);
                }
            }
        }
        TypeExpr::Repetition(inner) => {
            inner.fields.iter().for_each(|field| each_apply(&field.ty, see));
        }
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
    }
}

/// What a report calls a field.
pub(super) fn called(field: &Field, at: usize) -> String {
    field.name.clone().unwrap_or_else(|| format!("field {}", at + 1))
}

/// An error about a field.
pub(super) fn fault(code: Code, message: String, field: &Field) -> Diagnostic {
    Diagnostic::error(code, message).label(field.location, "")
}
