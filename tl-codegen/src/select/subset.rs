//! The schema of the kept part, with ids of its own.

use typelang_parser::{
    Schema,
    schema::{Apply, Arg, Combinator, CombinatorId, Field, Repetition, Type, TypeExpr, TypeId},
};

use super::kept::Kept;

/// Returns the part of `schema` that is kept, in the same order.
pub(crate) fn subset(schema: &Schema, kept: &Kept) -> Schema {
    let mut combinators = vec![None; schema.combinators.len()];
    for (id, _) in schema.combinators().filter(|(id, _)| kept.has_function(*id)) {
        combinators[id.0 as usize] = Some(id);
    }
    for (id, ty) in schema.types().filter(|(id, _)| kept.has_constructors(*id)) {
        debug_assert!(kept.has_type(id));
        ty.constructors.iter().for_each(|id| combinators[id.0 as usize] = Some(*id));
    }
    let numbers = Numbers {
        types: number(schema.types().map(|(id, _)| kept.has_type(id))),
        combinators: number(combinators.iter().map(Option::is_some)),
    };
    let types = schema.types().filter(|(id, _)| kept.has_type(*id));
    let types = types.map(|(id, ty)| numbers.ty(ty, kept.has_constructors(id)));
    let combinators = combinators.iter().flatten().map(|id| numbers.combinator(&schema[*id]));
    Schema {
        dialect: schema.dialect,
        layer: schema.layer,
        types: types.collect(),
        combinators: combinators.collect(),
    }
}

/// Returns the new index of each kept item.
fn number(kept: impl Iterator<Item = bool>) -> Vec<u32> {
    let numbers = kept.scan(0, |next, is_kept| {
        let number = *next;
        *next += u32::from(is_kept);
        Some(number)
    });
    numbers.collect()
}

/// The new indices, by the old ones.
struct Numbers {
    types: Vec<u32>,
    combinators: Vec<u32>,
}

impl Numbers {
    fn ty(&self, ty: &Type, has_constructors: bool) -> Type {
        let constructors = ty.constructors.iter().filter(|_| has_constructors);
        let constructors = constructors.map(|id| CombinatorId(self.combinators[id.0 as usize]));
        Type { constructors: constructors.collect(), ..ty.clone() }
    }

    fn combinator(&self, combinator: &Combinator) -> Combinator {
        Combinator {
            fields: self.fields(&combinator.fields),
            result: self.expr(&combinator.result),
            ..combinator.clone()
        }
    }

    fn fields(&self, fields: &[Field]) -> Vec<Field> {
        let field = |field: &Field| Field { ty: self.expr(&field.ty), ..field.clone() };
        fields.iter().map(field).collect()
    }

    fn expr(&self, expr: &TypeExpr) -> TypeExpr {
        match expr {
            TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => expr.clone(),
            TypeExpr::Repetition(repetition) => TypeExpr::Repetition(Repetition {
                fields: self.fields(&repetition.fields),
                ..repetition.clone()
            }),
            TypeExpr::Apply(apply) => {
                let arg = |arg: &Arg| match arg {
                    Arg::Type(ty) => Arg::Type(self.expr(ty)),
                    Arg::Nat(_) => arg.clone(),
                };
                TypeExpr::Apply(Apply {
                    ty: TypeId(self.types[apply.ty.0 as usize]),
                    args: apply.args.iter().map(arg).collect(),
                    ..apply.clone()
                })
            }
        }
    }
}
