//! Declares the predefined types that a schema uses without declaring them.

use crate::{
    lower::predefined_of,
    schema::{
        Apply, Arg, Builtin, Combinator, CombinatorId, Field, Form, Kind, NatExpr, Origin,
        Repetition, Schema, TypeExpr, TypeId, Var, VarId,
    },
    span::Location,
    syntax::Role,
};

/// Adds constructors for the predefined types that have none, so that the schema is self-contained.
pub(super) fn complete(schema: &Schema) -> Schema {
    let mut schema = schema.clone();
    for at in 0..schema.types.len() {
        let ty = &schema.types[at];
        let Some(builtin) = ty.builtin.filter(|_| ty.constructors.is_empty()) else { continue };
        let id = TypeId(u32::try_from(at).unwrap_or(u32::MAX));
        for combinator in constructors(&schema, id, builtin) {
            let next = CombinatorId(u32::try_from(schema.combinators.len()).unwrap_or(u32::MAX));
            schema.combinators.push(combinator);
            schema.types[at].constructors.push(next);
        }
    }
    schema
}

fn constructors(schema: &Schema, ty: TypeId, builtin: Builtin) -> Vec<Combinator> {
    let name = predefined_of(&schema[ty]).map_or("", |known| known.constructor);
    match builtin {
        Builtin::Bool => {
            vec![made(ty, "boolFalse", "boolFalse = Bool"), made(ty, "boolTrue", "boolTrue = Bool")]
        }
        Builtin::True => vec![made(ty, "true", "true = True")],
        Builtin::Vector => vec![vector(ty)],
        _ => {
            let canonical = format!("{name} ? = {}", schema[ty].name);
            let made = made(ty, name, &canonical);
            // Generated code uses the id of the usual declaration, which not every type declares with `?`.
            let id = builtin.usual_id().unwrap_or(made.id);
            vec![Combinator { builtin: true, id, computed_id: id, ..made }]
        }
    }
}

fn made(ty: TypeId, name: &str, canonical: &str) -> Combinator {
    let id = crc32fast::hash(canonical.as_bytes());
    Combinator {
        role: Role::Constructor,
        name: name.to_owned(),
        id,
        written_id: None,
        computed_id: id,
        vars: Vec::new(),
        fields: Vec::new(),
        result: TypeExpr::Apply(Apply { ty, form: Form::Boxed, args: Vec::new() }),
        layer: None,
        annotations: Vec::new(),
        docs: None,
        builtin: false,
        location: Location::default(),
    }
}

/// `vector {t:Type} # [ t ] = Vector t`
fn vector(ty: TypeId) -> Combinator {
    let var = |name: &str, kind, origin| Var { name: name.to_owned(), kind, origin };
    let (t, count) = (VarId(0), VarId(1));
    let times = NatExpr { var: Some(count), plus: 0 };
    let items = vec![anonymous(TypeExpr::Var(t), None)];
    let repetition = Repetition { times, implicit: true, fields: items };
    let args = vec![Arg::Type(TypeExpr::Var(t))];
    Combinator {
        vars: vec![var("t", Kind::Type, Origin::Param), var("_", Kind::Nat, Origin::Field)],
        fields: vec![
            anonymous(TypeExpr::Nat, Some(count)),
            anonymous(TypeExpr::Repetition(repetition), None),
        ],
        result: TypeExpr::Apply(Apply { ty, form: Form::Boxed, args }),
        ..made(ty, "vector", "vector t:Type # [ t ] = Vector t")
    }
}

fn anonymous(ty: TypeExpr, defines: Option<VarId>) -> Field {
    let (name, condition, docs) = (None, None, None);
    Field { name, condition, bang: false, ty, defines, docs, location: Location::default() }
}
