//! The selected roots.

use std::collections::BTreeSet;

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeExpr, TypeId},
    syntax::Role,
};

use super::{kept::Kept, needs::Needs};
use crate::request::selector::selects;

/// The types and functions that are selected.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Roots {
    pub(crate) types: BTreeSet<TypeId>,
    pub(crate) functions: BTreeSet<CombinatorId>,
    /// The type that the selector names, directly or by a constructor.
    pub(crate) named: Option<TypeId>,
}

impl Roots {
    /// Returns what a selector selects: a function, a type, or the type of a constructor, since an enum has
    /// all its constructors.
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

    /// Returns the items that nothing else leads to: all functions, the types that nothing needs, and one
    /// type of each cycle whose types only need each other.
    pub(crate) fn outermost(schema: &Schema, needs: &Needs) -> Self {
        let functions = schema.combinators().filter(|(_, it)| it.role == Role::Function);
        let functions = functions.map(|(id, _)| id).collect();
        let mut roots = Self { functions, ..Self::default() };
        let mut reached = Kept::closure(needs, &roots, |_| false);
        let (inner, outer): (Vec<TypeId>, Vec<TypeId>) =
            schema.types().map(|(id, _)| id).partition(|id| needs.is_needed(*id));
        for id in outer.into_iter().chain(inner) {
            if !reached.has_type(id) {
                roots.types.insert(id);
                reached.reach(needs, vec![id], |_| false);
            }
        }
        roots
    }

    /// Adds the items that another selector selects.
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
