//! Decides how a struct is cloned.
//!
//! Goldens: `shapes`, `wrappers`.

use super::traits::standard;
use crate::plan::model::{
    item::Field,
    memory::Memory,
    rust::{Name, RustType},
    traits::Cloning,
};

/// Returns how a struct with these fields is cloned; `derives` are the user's.
pub(crate) fn of(params: &[Name], fields: &[Field], derives: &[String], memory: Memory) -> Cloning {
    if memory == Memory::Arena {
        return if params.is_empty() { Cloning::Copied } else { Cloning::DerivedCopy };
    }
    // A derive finds the bounds of parameters; and types that are `Copy` are expected to derive `Clone`.
    if !params.is_empty() || derives.iter().any(|path| standard(path) == Some("Copy")) {
        return Cloning::Derived;
    }
    let cloned = fields.iter().filter(|field| !is_copy(&field.ty)).map(|it| it.name.clone());
    let cloned: Vec<Name> = cloned.collect();
    match (fields.len(), cloned.len()) {
        (0, _) => Cloning::Unit,
        (all, some) if some < all => Cloning::FieldsAndCopy(cloned),
        _ => Cloning::Fields(cloned),
    }
}

fn is_copy(ty: &RustType) -> bool {
    match ty {
        RustType::Bool
        | RustType::I32
        | RustType::U32
        | RustType::I64
        | RustType::F32
        | RustType::F64
        | RustType::Array(_)
        | RustType::Str
        | RustType::Slice
        | RustType::ObjectRef
        | RustType::FreeBits(_)
        | RustType::Unit => true,
        RustType::WithId(_, inner)
        | RustType::Bare(inner)
        | RustType::Repeated(inner, _)
        | RustType::Option(inner) => is_copy(inner),
        RustType::Tuple(all) => all.iter().all(is_copy),
        // Borrowed bytes.
        RustType::Opaque(path) => path.borrows,
        RustType::String
        | RustType::Bytes
        | RustType::Object
        | RustType::BareVec(..)
        | RustType::Param(_)
        | RustType::Response(_)
        | RustType::BorrowingResponse(_)
        | RustType::Item(_)
        | RustType::Extern(_)
        | RustType::Applied(..)
        | RustType::Box(..)
        | RustType::Vec(..) => false,
    }
}
