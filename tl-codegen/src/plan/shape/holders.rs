//! Finds the types and combinators that hold certain others, at any depth.
//!
//! Goldens: none, because `borrows` and `owners` use it.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeId},
};

use crate::queries;

/// Types and combinators.
#[derive(Debug, Default)]
pub(crate) struct Holders {
    types: BTreeSet<TypeId>,
    combinators: BTreeSet<CombinatorId>,
}

impl Holders {
    /// Returns whether a value of the type holds one.
    pub(crate) fn by_type(&self, id: TypeId) -> bool {
        self.types.contains(&id)
    }

    /// Returns whether a value of the type at this index holds one.
    pub(crate) fn by_index(&self, at: usize) -> bool {
        u32::try_from(at).is_ok_and(|at| self.by_type(TypeId(at)))
    }

    /// Returns whether a field of the combinator holds one.
    pub(crate) fn by_combinator(&self, id: CombinatorId) -> bool {
        self.combinators.contains(&id)
    }

    /// Returns the types whose values hold one.
    pub(crate) fn types(&self) -> impl Iterator<Item = TypeId> {
        self.types.iter().copied()
    }

    /// Returns the combinators with a field that holds one.
    pub(crate) fn combinators(&self) -> impl Iterator<Item = CombinatorId> {
        self.combinators.iter().copied()
    }
}

/// Finds these types and combinators and all that hold them; your own types hold nothing.
pub(crate) fn holders(
    schema: &Schema,
    externs: &BTreeMap<String, String>,
    types: impl Iterator<Item = TypeId>,
    combinators: &BTreeSet<CombinatorId>,
) -> Holders {
    let mut types = types.peekable();
    if types.peek().is_none() && combinators.is_empty() {
        return Holders::default();
    }
    Users::new(schema, externs).holders(types, combinators)
}

/// For each type, the combinators with a field that mentions it. Several searches share the table, and each visits only what
/// it finds.
pub(crate) struct Users<'a> {
    schema: &'a Schema,
    externs: &'a BTreeMap<String, String>,
    by_type: Vec<Vec<CombinatorId>>,
}

impl<'a> Users<'a> {
    /// Lists them.
    pub(crate) fn new(schema: &'a Schema, externs: &'a BTreeMap<String, String>) -> Self {
        let mut by_type = vec![Vec::new(); schema.types.len()];
        for (id, combinator) in schema.combinators() {
            for field in &combinator.fields {
                for ty in queries::mentioned(schema, &field.ty) {
                    by_type[ty].push(id);
                }
            }
        }
        Self { schema, externs, by_type }
    }

    /// Finds these types and combinators and all that hold them.
    pub(crate) fn holders(
        &self,
        types: impl Iterator<Item = TypeId>,
        combinators: &BTreeSet<CombinatorId>,
    ) -> Holders {
        let mut found = Holders { types: BTreeSet::new(), combinators: combinators.clone() };
        let mut new: Vec<TypeId> = types.collect();
        new.extend(combinators.iter().filter_map(|user| self.made_by(*user)));
        while let Some(ty) = new.pop() {
            if !found.types.insert(ty) {
                continue;
            }
            for &user in &self.by_type[ty.0 as usize] {
                if found.combinators.insert(user) {
                    new.extend(self.made_by(user));
                }
            }
        }
        found
    }

    /// Returns the type that a constructor makes, unless it is predefined or your own.
    fn made_by(&self, id: CombinatorId) -> Option<TypeId> {
        let is_own = |ty: &TypeId| {
            let ty = &self.schema[*ty];
            ty.builtin.is_none() && !self.externs.contains_key(&ty.name)
        };
        queries::made_by(&self.schema[id]).filter(is_own)
    }
}
