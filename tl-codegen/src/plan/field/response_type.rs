//! Types whose natural form is what a method returns.
//!
//! A field's codec may differ from what the runtime's traits do; a response is decoded by its type alone.
//!
//! Goldens: `responses`.

use super::value::Value;
use crate::plan::model::{
    codec::{Codec, VectorForm},
    memory::Memory,
    rust::{Name, RustType},
};

/// Returns the type that the runtime's traits encode as a field encodes `value`. `of_query` replaces a type
/// parameter, since a result that names one is the response of that query.
pub(crate) fn natural(value: Value, of_query: impl Fn(Name) -> RustType) -> RustType {
    of(value.ty, &value.codec, &of_query)
}

fn of(ty: RustType, codec: &Codec, of_query: &dyn Fn(Name) -> RustType) -> RustType {
    match (codec, ty) {
        (Codec::Predefined { id, inner, .. }, ty) => {
            RustType::WithId(*id, Box::new(of(ty, inner, of_query)))
        }
        (Codec::Bare, ty) => RustType::Bare(Box::new(ty)),
        (Codec::Vector { form, .. }, RustType::Vec(element, memory)) => {
            vector(*form, of(*element, &Codec::Natural, of_query), memory)
        }
        (Codec::VectorWith { form, element: codec, .. }, RustType::Vec(element, memory)) => {
            vector(*form, of(*element, codec, of_query), memory)
        }
        // The elements of a natural vector are natural too.
        (Codec::Natural, RustType::Vec(element, memory)) => {
            vector(VectorForm::Boxed, of(*element, &Codec::Natural, of_query), memory)
        }
        (_, RustType::Param(name)) => of_query(name),
        (_, ty) => ty,
    }
}

fn vector(form: VectorForm, element: RustType, memory: Memory) -> RustType {
    match form {
        VectorForm::Boxed => RustType::Vec(Box::new(element), memory),
        VectorForm::Bare => RustType::BareVec(Box::new(element), memory),
    }
}
