//! Decides which enums have a variant for values of other layers.
//!
//! Goldens: `unknown`.

use typelang_parser::schema::TypeId;

use super::tables::Tables;

/// Returns whether the enum for `ty` can have a variant for values of other layers: its name alone tells what it is in
/// another layer.
pub(crate) fn can_hold_unknown(tables: &Tables<'_>, ty: TypeId) -> bool {
    let declared = &tables.schema[ty];
    declared.params.is_empty()
        && tables.type_args(ty).is_empty()
        && declared.builtin.is_none()
        && declared.constructors.len() > 1
}

/// Returns whether it has one.
pub(crate) fn holds_unknown(tables: &Tables<'_>, ty: TypeId) -> bool {
    can_hold_unknown(tables, ty) && tables.asked.requests.has_unknown(&tables.schema[ty].name)
}
