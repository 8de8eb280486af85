//! The dependencies of each part of a schema: the types that it mentions.

use typelang_parser::{
    Schema,
    schema::{Arg, Combinator, CombinatorId, Field, Form, TypeExpr, TypeId},
    syntax::Role,
};

/// The types that types and combinators mention.
#[derive(Debug)]
pub(crate) struct Needs {
    types: Vec<Vec<TypeId>>,
    combinators: Vec<Vec<TypeId>>,
    /// Whether another type needs a type.
    is_needed: Vec<bool>,
}

impl Needs {
    /// Finds the dependencies.
    pub(crate) fn of(schema: &Schema) -> Self {
        let combinators: Vec<_> = schema.combinators.iter().map(of_combinator).collect();
        let of_type = |constructors: &[CombinatorId]| {
            sorted(constructors.iter().flat_map(|id| &combinators[id.0 as usize]).copied())
        };
        let types: Vec<_> = schema.types.iter().map(|ty| of_type(&ty.constructors)).collect();
        let mut is_needed = vec![false; types.len()];
        for (user, needed) in (0..).map(TypeId).zip(&types) {
            for ty in needed.iter().filter(|ty| **ty != user) {
                is_needed[ty.0 as usize] = true;
            }
        }
        Self { types, combinators, is_needed }
    }

    /// Returns whether another type needs this one.
    pub(crate) fn is_needed(&self, id: TypeId) -> bool {
        self.is_needed[id.0 as usize]
    }

    /// Returns the types that the values of a type may directly contain.
    pub(crate) fn of_type(&self, id: TypeId) -> &[TypeId] {
        &self.types[id.0 as usize]
    }

    /// Returns the types of a function's parameters and of its result.
    pub(crate) fn of_function(&self, id: CombinatorId) -> &[TypeId] {
        &self.combinators[id.0 as usize]
    }

    /// Returns the number of types.
    pub(crate) fn types(&self) -> usize {
        self.types.len()
    }

    /// Returns the number of combinators.
    pub(crate) fn combinators(&self) -> usize {
        self.combinators.len()
    }
}

fn of_combinator(combinator: &Combinator) -> Vec<TypeId> {
    let mut found = Vec::new();
    visit(&combinator.fields, &mut |apply, _| found.push(apply));
    match (&combinator.result, combinator.role) {
        // A constructor makes its type for certain arguments, which it mentions too.
        (TypeExpr::Apply(apply), Role::Constructor) => {
            visit_args(&apply.args, &mut |apply, _| found.push(apply));
        }
        (result, _) => visit_expr(result, &mut |apply, _| found.push(apply)),
    }
    sorted(found)
}

fn sorted(types: impl IntoIterator<Item = TypeId>) -> Vec<TypeId> {
    let mut types: Vec<TypeId> = types.into_iter().collect();
    types.sort_unstable();
    types.dedup();
    types
}

/// Calls `see` with all types that fields mention, each with its form.
pub(crate) fn visit(fields: &[Field], see: &mut dyn FnMut(TypeId, Form)) {
    for field in fields {
        visit_expr(&field.ty, see);
    }
}

/// Calls `see` with all types that an expression mentions, each with its form.
pub(crate) fn visit_expr(expr: &TypeExpr, see: &mut dyn FnMut(TypeId, Form)) {
    match expr {
        TypeExpr::Nat | TypeExpr::Type | TypeExpr::Var(_) => {}
        TypeExpr::Repetition(repetition) => visit(&repetition.fields, see),
        TypeExpr::Apply(apply) => {
            see(apply.ty, apply.form);
            visit_args(&apply.args, see);
        }
    }
}

fn visit_args(args: &[Arg], see: &mut dyn FnMut(TypeId, Form)) {
    for arg in args {
        if let Arg::Type(arg) = arg {
            visit_expr(arg, see);
        }
    }
}
