//! Declares the predefined types that a schema uses without declaring them.

use core::ops::Index;

use crate::{
    lower::predefined_of,
    schema::{
        Apply, Arg, Builtin, Combinator, CombinatorId, Field, Form, Kind, NatExpr, Origin,
        Repetition, Schema, Type, TypeExpr, TypeId, Var, VarId,
    },
    span::Location,
    syntax::Role,
};

/// A schema with constructors for the predefined types that have none, so that it is self-contained.
pub(super) struct Complete<'s> {
    schema: &'s Schema,
    added: Vec<Combinator>,
    /// The constructors of each type.
    constructors: Vec<Vec<CombinatorId>>,
}

impl<'s> Complete<'s> {
    /// Adds the constructors.
    pub(super) fn new(schema: &'s Schema) -> Self {
        let mut new = Self { schema, added: Vec::new(), constructors: Vec::new() };
        for (id, ty) in schema.types() {
            let mut ids = ty.constructors.clone();
            if let Some(builtin) = ty.builtin.filter(|_| ids.is_empty()) {
                for combinator in constructors(schema, id, builtin) {
                    let next = schema.combinators.len() + new.added.len();
                    ids.push(CombinatorId(u32::try_from(next).unwrap_or(u32::MAX)));
                    new.added.push(combinator);
                }
            }
            new.constructors.push(ids);
        }
        new
    }

    /// Sorts the constructors of each type by name.
    pub(super) fn sort(&mut self) {
        let mut all = core::mem::take(&mut self.constructors);
        for ids in &mut all {
            ids.sort_by_key(|id| (&self[*id].name, self[*id].id));
        }
        self.constructors = all;
    }

    /// Returns the constructors of a type.
    pub(super) fn constructors(&self, ty: TypeId) -> &[CombinatorId] {
        &self.constructors[ty.0 as usize]
    }

    /// Returns the types that have a constructor, sorted by name.
    pub(super) fn by_name(&self) -> Vec<(TypeId, &'s Type)> {
        let types = self.schema.types().filter(|(id, _)| !self.constructors(*id).is_empty());
        let mut types: Vec<_> = types.collect();
        types.sort_by(|(_, left), (_, right)| left.name.cmp(&right.name));
        types
    }
}

impl Index<CombinatorId> for Complete<'_> {
    type Output = Combinator;

    fn index(&self, id: CombinatorId) -> &Combinator {
        let (known, at) = (&self.schema.combinators, id.0 as usize);
        known.get(at).unwrap_or_else(|| &self.added[at - known.len()])
    }
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
