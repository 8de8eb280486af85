//! Marker types for types whose values are kept as bytes.

use std::fmt::Display;

use super::{attributes, docs};
use crate::plan::model::item::Opaque;

/// Spells an enum without variants, and the type's name and schema.
pub(super) fn emit(item: &Opaque) -> impl Display {
    let (docs, attributes) = (docs(0, &item.docs), attributes(&item.attributes));
    let (name, tl_name) = (&item.name, &item.tl_name);
    text!(
        "{docs}{attributes}#[derive(Clone, Debug)]\n\
         pub enum {name} {{}}\n\
         impl tl::OpaqueType for {name} {{\n\
         type Schema = Schema;\n\
         const NAME: &'static str = {tl_name:?};\n\
         }}\n"
    )
}
