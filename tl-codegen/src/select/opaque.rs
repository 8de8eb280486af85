//! Resolves the opaque types, and finds mistakes in them.

use std::collections::BTreeSet;

use typelang_parser::{
    Schema, nearest,
    schema::{Combinator, CombinatorId, Form, TypeExpr, TypeId},
    syntax::Role,
};

use super::{kept::Kept, needs, selection::OpaqueMistake};

/// Returns the types with these names.
pub(crate) fn types(
    schema: &Schema,
    names: &[String],
    faults: &mut Vec<OpaqueMistake>,
) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    for name in names {
        match type_of(schema, name) {
            Ok(id) => _ = found.insert(id),
            Err(message) => faults.push(OpaqueMistake { opaque: Some(name.clone()), message }),
        }
    }
    found
}

fn type_of(schema: &Schema, name: &str) -> Result<TypeId, String> {
    let known = |name: &str| schema.types().find(|(_, ty)| ty.name == name);
    let Some((id, ty)) = known(name) else { return Err(unknown(schema, name)) };
    if ty.builtin.is_some() {
        return Err(format!("`{name}` is predefined, and has a form of its own"));
    }
    if !ty.params.is_empty() {
        return Err(format!("`{name}` takes arguments, which its bytes do not contain"));
    }
    Ok(id)
}

fn unknown(schema: &Schema, name: &str) -> String {
    let makes = schema.combinators.iter().find(|it| it.name == name).map(|it| &it.result);
    if let Some(TypeExpr::Apply(apply)) = makes {
        let ty = &schema[apply.ty].name;
        return format!("only types can be opaque, not single constructors; did you mean `{ty}`?");
    }
    let names = schema.types.iter().filter(|ty| ty.builtin.is_none()).map(|ty| ty.name.as_str());
    match nearest(name, names) {
        Some(near) => format!("the schema has no type of this name; did you mean `{near}`?"),
        None => "the schema has no type of this name".to_owned(),
    }
}

/// Refuses bare values of opaque types: they have no id by which a walk could find the constructor.
pub(crate) fn refuse_bare(
    schema: &Schema,
    kept: &Kept,
    opaque: &BTreeSet<TypeId>,
) -> Result<(), Vec<OpaqueMistake>> {
    let faults = bare(schema, kept).filter(|(ty, _)| opaque.contains(ty)).map(|(ty, user)| {
        let (name, user) = (&schema[ty].name, &user.name);
        let message = format!(
            "`{user}` holds a bare value of it, which has no id to decode it by; do not make it opaque"
        );
        OpaqueMistake { opaque: Some(name.clone()), message }
    });
    let mut faults: Vec<OpaqueMistake> = faults.collect();
    faults.dedup();
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Returns the types whose bare values the kept part contains, each with the combinator that contains them.
pub(crate) fn bare<'a>(
    schema: &'a Schema,
    kept: &'a Kept,
) -> impl Iterator<Item = (TypeId, &'a Combinator)> + 'a {
    let is_kept = |(id, combinator): &(CombinatorId, &Combinator)| match made_by(combinator) {
        Some(ty) => kept.has_constructors(ty),
        None => kept.has_function(*id),
    };
    schema.combinators().filter(is_kept).flat_map(|(_, combinator)| {
        let mut found = Vec::new();
        let mut see = |ty: TypeId, form: Form| {
            if form == Form::Bare {
                found.push((ty, combinator));
            }
        };
        needs::visit(&combinator.fields, &mut see);
        needs::visit_expr(&combinator.result, &mut see);
        found
    })
}

fn made_by(combinator: &Combinator) -> Option<TypeId> {
    match (&combinator.result, combinator.role) {
        (TypeExpr::Apply(apply), Role::Constructor) => Some(apply.ty),
        _ => None,
    }
}
