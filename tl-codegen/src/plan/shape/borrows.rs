//! Decides which types and combinators contain text borrowed from the input, or pointers into an arena.
//!
//! Goldens: `arena`, `borrowed`, `opaque_borrowed`.

use std::collections::{BTreeMap, BTreeSet};

use typelang_parser::{
    Schema,
    schema::{Builtin, CombinatorId, Type, TypeId},
};

use super::holders::{Holders, holders};
use crate::request::settings::{TextType, TextTypes};

/// The types and combinators with pointers into an arena of their own, which the fields decide.
#[derive(Debug, Default)]
pub(crate) struct Pointing {
    /// Types whose enum has a payload behind a pointer.
    pub(crate) types: BTreeSet<TypeId>,
    /// Combinators whose struct has a field with a pointer in it.
    pub(crate) combinators: BTreeSet<CombinatorId>,
}

/// Finds what borrows; your own types do not.
pub(crate) fn borrows(
    schema: &Schema,
    externs: &BTreeMap<String, String>,
    text: &TextTypes,
    pointing: &Pointing,
) -> Holders {
    let texts = schema.types().filter(|(_, ty)| is_text(ty, externs, text)).map(|(id, _)| id);
    let types = texts.chain(pointing.types.iter().copied());
    holders(schema, externs, types, &pointing.combinators)
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
