//! Finds what the values of the user's types contain if a selection left out their constructors.
//!
//! Values of the user's type are decoded from the schema's bytes, so they may contain values of types that hold it.
//!
//! Goldens: none, because only a selection hides constructors.

use std::collections::{BTreeMap, BTreeSet};

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
        // For each type of `carried`, those of `schema` with its name.
        let mut named = vec![Vec::new(); carried.types.len()];
        for (id, ty) in schema.types() {
            if let Some(known) = known.get(ty.name.as_str()) {
                named[known.0 as usize].push(id.0 as usize);
            }
        }
        let found = |edges| {
            let of = |ty: &TypeId| {
                let from = known.get(schema[*ty].name.as_str()).copied();
                let contained = contained(carried, from, edges).into_iter();
                let mut types: Vec<usize> = contained.flat_map(|at| named[at].clone()).collect();
                types.sort_unstable();
                (*ty, types)
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

/// Returns the types that values of type `from` contain. It visits no others, because the user may have thousands of types.
fn contained(schema: &Schema, from: Option<TypeId>, edges: Edges) -> BTreeSet<usize> {
    let mut all = BTreeSet::new();
    let mut new: Vec<usize> = from.map(|ty| ty.0 as usize).into_iter().collect();
    while let Some(ty) = new.pop() {
        let mut direct = Vec::new();
        for constructor in &schema.types[ty].constructors {
            for field in &schema[*constructor].fields {
                mentions(schema, &field.ty, edges, &mut direct);
            }
        }
        new.extend(direct.into_iter().filter(|ty| all.insert(*ty)));
    }
    all
}
