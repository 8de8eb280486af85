//! Where the names of a schema are.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{CombinatorId, Field, Schema, TypeExpr, TypeId};

/// The types and combinators that have each name.
pub(super) struct Places(BTreeMap<String, (Vec<TypeId>, Vec<CombinatorId>)>);

impl Places {
    pub(super) fn new(schema: &Schema) -> Self {
        let mut places: BTreeMap<String, (Vec<TypeId>, Vec<CombinatorId>)> = BTreeMap::new();
        for (id, ty) in schema.types() {
            places.entry(ty.name.clone()).or_default().0.push(id);
        }
        for (id, combinator) in schema.combinators() {
            places.entry(combinator.name.clone()).or_default().1.push(id);
        }
        Self(places)
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(super) fn types(&self, name: &str) -> &[TypeId] {
        self.0.get(name).map_or(&[], |(types, _)| types)
    }

    pub(super) fn combinators(&self, name: &str) -> &[CombinatorId] {
        self.0.get(name).map_or(&[], |(_, combinators)| combinators)
    }

    /// The names of types, combinators and their namespaces.
    pub(super) fn item_names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().flat_map(|name| {
            let namespaces = name.match_indices('.').map(|(dot, _)| &name[..dot]);
            namespaces.chain([name.as_str()])
        })
    }
}

/// The names of the fields of combinators, including those in repetitions.
pub(super) fn field_names<'s>(
    schema: &'s Schema,
    combinators: &[CombinatorId],
) -> BTreeSet<&'s str> {
    let mut names = BTreeSet::new();
    for id in combinators {
        add_names(&schema[*id].fields, &mut names);
    }
    names
}

fn add_names<'s>(fields: &'s [Field], names: &mut BTreeSet<&'s str>) {
    for field in fields {
        names.extend(field.name.as_deref());
        if let TypeExpr::Repetition(repetition) = &field.ty {
            add_names(&repetition.fields, names);
        }
    }
}
