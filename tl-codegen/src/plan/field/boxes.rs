//! Decides which values are put behind a `Box`: those that are large in memory, and those on a cycle.
//!
//! Sizes are upper bounds for 64-bit targets; rustc may find a tighter layout, but never a wider one.
//!
//! Goldens: `sizes`, `recursion`, `arena`.

use typelang_parser::schema::{CombinatorId, TypeId};

use super::{order::leads_back, tables::Tables, unknown::holds_unknown, value::Place};
use crate::plan::model::{memory::Memory, size::Size};

/// The default limit of an enum's size in bytes.
const ENUM_LIMIT: u32 = 32;
/// The same in an arena, where a box costs no allocation: the tag and one slice.
const ARENA_ENUM_LIMIT: u32 = 24;
/// The bytes of an enum's tag, in addition to its payload.
const TAG: u32 = 8;
/// Larger structs are boxed in optional fields.
const OPTIONAL_LIMIT: u32 = 64;
/// The same in an arena. Smaller values spread over less memory: with 64 and enums of 32 bytes, a list of messages takes a quarter more
/// memory and a seventh more time.
const ARENA_OPTIONAL_LIMIT: u32 = 16;
/// Larger structs are boxed in required fields.
const REQUIRED_LIMIT: u32 = 256;

/// Values that contain more than this many others are boxed, and no array has more. Each inlined value adds
/// code for the compiler, and types that each hold the previous one twice would make 2⁶⁴ of them.
pub(crate) const VALUES_LIMIT: u32 = 1_024;

/// Returns whether the struct of `only`, the only constructor of `ty`, is boxed in a field of a constructor
/// of `owner`.
pub(crate) fn is_boxed_field(
    tables: &Tables<'_>,
    owner: Option<TypeId>,
    ty: TypeId,
    only: CombinatorId,
    place: Place,
) -> bool {
    let limit = match place {
        Place::Element => return false,
        Place::Optional => match tables.memory() {
            Memory::Heap => OPTIONAL_LIMIT,
            Memory::Arena => ARENA_OPTIONAL_LIMIT,
        },
        Place::Required => REQUIRED_LIMIT,
    };
    owner.is_some_and(|owner| tables.cycles.share_inline(owner, ty))
        || is_larger(tables.fields(only).size, limit)
}

fn is_larger(size: Size, limit: u32) -> bool {
    size.bytes > limit || size.values > VALUES_LIMIT
}

/// Returns the limit of an enum's size in bytes.
pub(crate) fn size_limit(tables: &Tables<'_>) -> u32 {
    tables.asked.settings.enum_limit().unwrap_or(match tables.memory() {
        Memory::Heap => ENUM_LIMIT,
        Memory::Arena => ARENA_ENUM_LIMIT,
    })
}

/// Returns whether the payload for `constructor` is boxed in the enum for `ty`.
pub(crate) fn is_boxed_payload(tables: &Tables<'_>, ty: TypeId, constructor: CombinatorId) -> bool {
    leads_back(tables.schema, tables.cycles, ty, constructor)
        || is_larger(tables.fields(constructor).size, size_limit(tables) - TAG)
}

/// Returns the size of the enum for `ty`.
pub(crate) fn enum_size(tables: &Tables<'_>, ty: TypeId) -> Size {
    let unknown = holds_unknown(tables, ty).then_some(Size::BOX);
    let payloads = tables.schema[ty].constructors.iter().map(|&constructor| {
        if tables.schema[constructor].fields.is_empty() {
            Size::UNIT
        } else if is_boxed_payload(tables, ty, constructor) {
            Size::BOX
        } else {
            tables.fields(constructor).size
        }
    });
    Size::any(payloads.chain(unknown))
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
