//! The methods that return and take a type, and the constructors that contain it.

use typelang_parser::{
    Schema,
    schema::{Arg, CombinatorId, Field, TypeExpr, TypeId},
    syntax::Role,
};

/// The combinators that mention a type, in the order of their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Uses {
    pub(super) returned_by: Vec<CombinatorId>,
    pub(super) taken_by: Vec<CombinatorId>,
    pub(super) contained_in: Vec<CombinatorId>,
}

/// The uses of all types, by index.
pub(super) fn uses(schema: &Schema) -> Vec<Uses> {
    let mut uses = vec![Uses::default(); schema.types.len()];
    let mut ids: Vec<CombinatorId> = schema.combinators().map(|(id, _)| id).collect();
    ids.sort_by(|left, right| schema[*left].name.cmp(&schema[*right].name));
    for id in ids {
        let combinator = &schema[id];
        let is_method = combinator.role == Role::Function;
        for ty in mentioned(|out| fields(&combinator.fields, out)) {
            let uses = &mut uses[ty.0 as usize];
            if is_method { &mut uses.taken_by } else { &mut uses.contained_in }.push(id);
        }
        if is_method {
            for ty in mentioned(|out| expr(&combinator.result, out)) {
                uses[ty.0 as usize].returned_by.push(id);
            }
        }
    }
    uses
}

fn mentioned(collect: impl FnOnce(&mut Vec<TypeId>)) -> Vec<TypeId> {
    let mut types = Vec::new();
    collect(&mut types);
    types.sort_unstable();
    types.dedup();
    types
}

fn fields(list: &[Field], out: &mut Vec<TypeId>) {
    for field in list {
        expr(&field.ty, out);
    }
}

fn expr(ty: &TypeExpr, out: &mut Vec<TypeId>) {
    match ty {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
        TypeExpr::Repetition(repetition) => fields(&repetition.fields, out),
        TypeExpr::Apply(apply) => {
            out.push(apply.ty);
            for arg in &apply.args {
                if let Arg::Type(ty) = arg {
                    expr(ty, out);
                }
            }
        }
    }
}
