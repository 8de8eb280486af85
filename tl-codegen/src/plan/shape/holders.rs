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
#[derive(Debug)]
pub(crate) struct Holders {
    types: Vec<bool>,
    combinators: Vec<bool>,
}

impl Holders {
    /// Returns whether a value of the type holds one.
    pub(crate) fn by_type(&self, id: TypeId) -> bool {
        self.types[id.0 as usize]
    }

    /// Returns whether a value of the type at this index holds one.
    pub(crate) fn by_index(&self, at: usize) -> bool {
        self.types[at]
    }

    /// Returns whether a field of the combinator holds one.
    pub(crate) fn by_combinator(&self, id: CombinatorId) -> bool {
        self.combinators[id.0 as usize]
    }
}

/// Finds these types and combinators and all that hold them; your own types hold nothing.
pub(crate) fn holders(
    schema: &Schema,
    externs: &BTreeMap<String, String>,
    types: impl Iterator<Item = TypeId>,
    combinators: &BTreeSet<CombinatorId>,
) -> Holders {
    let mut found = Holders {
        types: vec![false; schema.types.len()],
        combinators: vec![false; schema.combinators.len()],
    };
    let mut new: Vec<TypeId> = types.collect();
    if new.is_empty() && combinators.is_empty() {
        return found;
    }
    let users = users(schema);
    let made = |user: CombinatorId| {
        let is_own =
            |ty: &TypeId| schema[*ty].builtin.is_none() && !externs.contains_key(&schema[*ty].name);
        queries::made_by(&schema[user]).filter(is_own)
    };
    for &user in combinators {
        found.combinators[user.0 as usize] = true;
        new.extend(made(user));
    }
    while let Some(ty) = new.pop() {
        if core::mem::replace(&mut found.types[ty.0 as usize], true) {
            continue;
        }
        for &user in &users[ty.0 as usize] {
            found.combinators[user.0 as usize] = true;
            new.extend(made(user).filter(|ty| !found.by_type(*ty)));
        }
    }
    found
}

/// Returns, for each type, the combinators with a field that mentions it.
fn users(schema: &Schema) -> Vec<Vec<CombinatorId>> {
    let mut users = vec![Vec::new(); schema.types.len()];
    for (id, combinator) in schema.combinators() {
        for field in &combinator.fields {
            for ty in queries::mentioned(schema, &field.ty) {
                users[ty].push(id);
            }
        }
    }
    users
}
