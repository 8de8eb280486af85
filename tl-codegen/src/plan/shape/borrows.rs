//! Decides which types and combinators contain text borrowed from the input.
//!
//! Goldens: `borrowed`, `opaque_borrowed`.

use std::collections::BTreeMap;

use typelang_parser::{
    Schema,
    schema::{Builtin, CombinatorId, Type, TypeId},
};

use crate::queries;
use crate::request::settings::{TextType, TextTypes};

/// The types and combinators that borrow, at any depth.
#[derive(Debug)]
pub(crate) struct Borrows {
    types: Vec<bool>,
    combinators: Vec<bool>,
}

impl Borrows {
    /// Returns whether a value of the type borrows.
    pub(crate) fn by_type(&self, id: TypeId) -> bool {
        self.types[id.0 as usize]
    }

    /// Returns whether a field of the combinator borrows.
    pub(crate) fn by_combinator(&self, id: CombinatorId) -> bool {
        self.combinators[id.0 as usize]
    }
}

/// Finds what borrows; your own types do not.
pub(crate) fn borrows(
    schema: &Schema,
    externs: &BTreeMap<String, String>,
    text: &TextTypes,
) -> Borrows {
    let mut found = Borrows {
        types: vec![false; schema.types.len()],
        combinators: vec![false; schema.combinators.len()],
    };
    let users = users(schema);
    let mut new: Vec<TypeId> =
        schema.types().filter(|(_, ty)| is_text(ty, externs, text)).map(|(id, _)| id).collect();
    while let Some(ty) = new.pop() {
        if core::mem::replace(&mut found.types[ty.0 as usize], true) {
            continue;
        }
        for &user in &users[ty.0 as usize] {
            found.combinators[user.0 as usize] = true;
            let made = queries::made_by(&schema[user]);
            let is_new = |ty: &TypeId| {
                !found.by_type(*ty)
                    && schema[*ty].builtin.is_none()
                    && !externs.contains_key(&schema[*ty].name)
            };
            new.extend(made.filter(is_new));
        }
    }
    found
}

fn is_text(ty: &Type, externs: &BTreeMap<String, String>, text: &TextTypes) -> bool {
    match ty.builtin {
        Some(Builtin::String | Builtin::SecureString) => text.string == TextType::Borrowed,
        Some(Builtin::Bytes | Builtin::SecureBytes | Builtin::Object | Builtin::Function) => {
            text.bytes == TextType::Borrowed
        }
        // An opaque value is held like `bytes`.
        None if ty.constructors.is_empty() && !externs.contains_key(&ty.name) => {
            text.bytes == TextType::Borrowed
        }
        _ => false,
    }
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
