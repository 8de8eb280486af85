//! Finds what the values of the user's types contain if a selection left out their constructors.
//!
//! Values of the user's type are decoded from the schema's bytes, so they may contain values of types that hold it.
//!
//! Goldens: none, because only a selection hides constructors.

use std::collections::BTreeMap;

use typelang_parser::{Schema, schema::TypeId};

use crate::queries::{Edges, mentions};

/// For each type whose constructors are left out, the types that its values contain at any depth.
#[derive(Debug, Default)]
pub(crate) struct Hidden {
    all: BTreeMap<TypeId, Vec<usize>>,
    inline: BTreeMap<TypeId, Vec<usize>>,
}

impl Hidden {
    /// Looks for the user's types, `externs` of `schema`, in `carried`, which has their constructors.
    pub(crate) fn new(
        schema: &Schema,
        carried: &Schema,
        externs: &BTreeMap<String, String>,
    ) -> Self {
        let left_out = |ty: &TypeId| {
            externs.contains_key(&schema[*ty].name) && schema[*ty].constructors.is_empty()
        };
        let left_out: Vec<TypeId> = schema.types().map(|(id, _)| id).filter(left_out).collect();
        if left_out.is_empty() {
            return Self::default();
        }
        let known: BTreeMap<&str, TypeId> =
            carried.types().map(|(id, ty)| (ty.name.as_str(), id)).collect();
        let found = |edges| {
            let of = |ty: &TypeId| {
                let contained =
                    contained(carried, known.get(schema[*ty].name.as_str()).copied(), edges);
                let is_in = |(id, _): &(TypeId, _)| {
                    known.get(schema[*id].name.as_str()).is_some_and(|id| contained[id.0 as usize])
                };
                (*ty, schema.types().filter(is_in).map(|(id, _)| id.0 as usize).collect())
            };
            left_out.iter().map(of).collect()
        };
        Self { all: found(Edges::All), inline: found(Edges::Inline) }
    }

    /// Returns the types that values of a type contain along `edges`, if its constructors are left out.
    pub(crate) fn of(&self, ty: TypeId, edges: Edges) -> &[usize] {
        let found = match edges {
            Edges::All => &self.all,
            Edges::Inline => &self.inline,
        };
        found.get(&ty).map_or(&[], Vec::as_slice)
    }
}

/// Returns, for each type of a schema, whether values of type `from` contain it.
fn contained(schema: &Schema, from: Option<TypeId>, edges: Edges) -> Vec<bool> {
    let mut all = vec![false; schema.types.len()];
    let mut new: Vec<usize> = from.map(|ty| ty.0 as usize).into_iter().collect();
    while let Some(ty) = new.pop() {
        let mut direct = Vec::new();
        for constructor in &schema.types[ty].constructors {
            for field in &schema[*constructor].fields {
                mentions(schema, &field.ty, edges, &mut direct);
            }
        }
        for ty in direct {
            if !core::mem::replace(&mut all[ty], true) {
                new.push(ty);
            }
        }
    }
    all
}
