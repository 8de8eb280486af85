//! The size of a part of a schema.

use core::ops::AddAssign;
use std::collections::BTreeSet;

use typelang_parser::{
    Schema,
    schema::{Combinator, Type, TypeExpr, TypeId},
};

use super::kept::Kept;

/// The size of a part of a schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The number of constructors, except those of predefined types.
    pub constructors: usize,
    /// The number of types, except predefined ones.
    pub types: usize,
    /// The number of methods.
    pub methods: usize,
    /// The number of their fields, except flag words and other `#`.
    pub fields: usize,
}

/// The size of each type and each method by itself.
pub(super) struct Weights {
    pub(super) types: Vec<Extent>,
    pub(super) functions: Vec<Extent>,
}

impl Weights {
    pub(super) fn of(schema: &Schema, cut: &BTreeSet<TypeId>) -> Self {
        let of_type = |(id, ty): (TypeId, &Type)| {
            if cut.contains(&id) { Extent::default() } else { of_type(schema, ty) }
        };
        Self {
            types: schema.types().map(of_type).collect(),
            functions: schema.combinators.iter().map(of_function).collect(),
        }
    }
}

fn of_type(schema: &Schema, ty: &Type) -> Extent {
    if ty.builtin.is_some() {
        return Extent::default();
    }
    let constructors = ty.constructors.len();
    let fields = ty.constructors.iter().map(|id| fields(&schema[*id])).sum();
    Extent { types: 1, constructors, fields, ..Extent::default() }
}

fn of_function(function: &Combinator) -> Extent {
    Extent { methods: 1, fields: fields(function), ..Extent::default() }
}

/// Returns the size of the kept part.
pub(super) fn extent(schema: &Schema, kept: &Kept) -> Extent {
    let mut extent = Extent::default();
    for (_, ty) in schema.types().filter(|(id, _)| kept.has_constructors(*id)) {
        extent += of_type(schema, ty);
    }
    for (_, function) in schema.combinators().filter(|(id, _)| kept.has_function(*id)) {
        extent += of_function(function);
    }
    extent
}

impl AddAssign for Extent {
    fn add_assign(&mut self, more: Self) {
        self.constructors += more.constructors;
        self.types += more.types;
        self.methods += more.methods;
        self.fields += more.fields;
    }
}

fn fields(combinator: &Combinator) -> usize {
    combinator.fields.iter().filter(|field| field.ty != TypeExpr::Nat).count()
}
