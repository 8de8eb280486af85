//! How large values are in memory, and what therefore lives behind a `Box`.
//!
//! Sizes are upper bounds for 64-bit targets: rustc may find a tighter layout, never a wider one.

use typelang_parser::schema::{CombinatorId, TypeId};

use crate::{
    plan::{
        field::{fields, tables::Context},
        model::size::Size,
    },
    queries,
};

/// No enum takes more bytes than this, unless the user says otherwise.
pub(crate) const ENUM_LIMIT: u32 = 32;
/// What an enum's tag takes beside its payload.
const TAG: u32 = 8;
/// Structs above this many bytes are boxed where they may be absent.
const OPTIONAL_LIMIT: u32 = 64;
/// Structs above this many bytes are boxed where they are always there.
const REQUIRED_LIMIT: u32 = 256;

/// Values with more than this many others inside are boxed, and no array has more: inlined, each is code for the compiler, and
/// types that each hold the one before twice would make 2⁶⁴ of them.
pub(crate) const VALUES_LIMIT: u32 = 1_024;

/// Where a value of a type stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A field that is always there.
    Required,
    /// A field behind a bit.
    Optional,
    /// An element of a vector.
    Element,
}

/// Whether the struct of `only`, the only constructor of `ty`, is boxed in a field of a constructor of `owner`.
pub(crate) fn is_boxed_field(
    context: &Context<'_>,
    owner: Option<TypeId>,
    ty: TypeId,
    only: CombinatorId,
    place: Place,
) -> bool {
    let limit = match place {
        Place::Element => return false,
        Place::Optional => OPTIONAL_LIMIT,
        Place::Required => REQUIRED_LIMIT,
    };
    owner.is_some_and(|owner| context.cycles.share_inline(owner, ty))
        || is_larger(fields::of(context, only).size, limit)
}

fn is_larger(size: Size, limit: u32) -> bool {
    size.bytes > limit || size.values > VALUES_LIMIT
}

/// Whether the payload for `constructor` is boxed in the enum for `ty`.
pub(crate) fn is_boxed_payload(
    context: &Context<'_>,
    ty: TypeId,
    constructor: CombinatorId,
) -> bool {
    reaches_back(context, ty, constructor)
        || is_larger(fields::of(context, constructor).size, context.enum_limit - TAG)
}

/// The size of the enum for `ty`.
pub(crate) fn enum_size(context: &Context<'_>, ty: TypeId) -> Size {
    Size::any(context.schema[ty].constructors.iter().map(|&constructor| {
        if context.schema[constructor].fields.is_empty() {
            Size::UNIT
        } else if is_boxed_payload(context, ty, constructor) {
            Size::BOX
        } else {
            fields::of(context, constructor).size
        }
    }))
}

/// Whether a field of `constructor` leads back to `ty` without a vector between.
fn reaches_back(context: &Context<'_>, ty: TypeId, constructor: CombinatorId) -> bool {
    context.schema[constructor].fields.iter().any(|field| {
        queries::inline_type(context.schema, &field.ty)
            .is_some_and(|to| context.cycles.share_inline(ty, to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_packed_by_alignment() {
        let struct_ = Size::all([Size::number(4), Size::VEC, Size::number(8), Size::array(1)]);
        assert_eq!(struct_, Size { bytes: 40, align: 8, niche: true, values: 5 });
    }

    #[test]
    fn an_option_costs_room_only_without_a_niche() {
        assert_eq!(Size::VEC.option().bytes, 24);
        assert_eq!(Size::number(4).option().bytes, 8);
    }

    #[test]
    fn an_enum_of_payloads_up_to_the_limit_takes_32_bytes() {
        let largest = Size { bytes: ENUM_LIMIT - TAG, align: 8, niche: false, values: 3 };
        assert_eq!(Size::any([largest, Size::UNIT]).bytes, ENUM_LIMIT);
        assert_eq!(Size::any([Size::UNIT, Size::UNIT]).bytes, 1);
        assert_eq!(Size::any([Size::BOX]).bytes, 16);
    }
}
