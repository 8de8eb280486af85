//! Types with type parameters that nothing uses: no code is generated for them, since each set of arguments
//! would make another type.
//!
//! Goldens: none, because it decides a warning.

use typelang_parser::{
    Schema,
    catalogue::refusals::UNUSED_TYPE,
    schema::{Kind, TypeId},
};

use crate::refusals::Refusals;

/// Warns about them.
pub(crate) fn tell_unused(schema: &Schema, unused: &[TypeId], refusals: &mut Refusals) {
    for ty in unused.iter().map(|ty| &schema[*ty]) {
        let Some(first) = ty.constructors.first() else { continue };
        let arg = |kind: &Kind| if *kind == Kind::Type { "int" } else { "1" };
        let args = ty.params.iter().map(arg).collect::<Vec<_>>().join(" ");
        let name = &ty.name;
        let message = format!(
            "nothing gives `{name}` arguments, so no Rust is generated for it; \
             let a field have the type, such as `({name} {args})`, or leave it out"
        );
        refusals.warn(UNUSED_TYPE, schema[*first].location, message);
    }
}
