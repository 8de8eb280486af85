//! What is asked for by name.

use std::collections::BTreeSet;

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use super::{kept::Kept, needs::Needs};
use crate::plan::selectors::selects;

/// Types and functions that are asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roots {
    pub(crate) types: BTreeSet<TypeId>,
    pub(crate) functions: BTreeSet<CombinatorId>,
    /// The type that the selector is the name of, or the name of a constructor of.
    pub(crate) named: Option<TypeId>,
}

impl Roots {
    /// What a selector is for: a function, a type, or the type of a constructor, since an enum has all of them.
    pub(crate) fn selected(schema: &Schema, selector: &str) -> Self {
        let mut roots = Self::default();
        for (id, ty) in schema.types().filter(|(_, ty)| selects(selector, &ty.name)) {
            roots.add_type(id, ty.name == selector);
        }
        for (id, combinator) in schema.combinators() {
            match (&combinator.result, combinator.role) {
                _ if !selects(selector, &combinator.name) => {}
                (_, Role::Function) => _ = roots.functions.insert(id),
                (TypeExpr::Apply(apply), Role::Constructor) => {
                    roots.add_type(apply.ty, combinator.name == selector);
                }
                _ => {}
            }
        }
        roots
    }

    /// What nothing else leads to: all functions, and the types that none of them needs.
    pub(crate) fn outermost(schema: &Schema, needs: &Needs) -> Self {
        let functions = schema.combinators().filter(|(_, it)| it.role == Role::Function);
        let functions = functions.map(|(id, _)| id).collect();
        let mut roots = Self { functions, ..Self::default() };
        let reached = Kept::closure(needs, &roots, |_| false);
        let rest = schema.types().map(|(id, _)| id).filter(|id| !reached.has_type(*id));
        roots.types = rest.collect();
        roots
    }

    /// Adds what another selector is for.
    pub(crate) fn add(&mut self, more: &Self) {
        self.types.extend(&more.types);
        self.functions.extend(&more.functions);
    }

    fn add_type(&mut self, id: TypeId, is_named: bool) {
        self.types.insert(id);
        if is_named {
            self.named = Some(id);
        }
    }
}
