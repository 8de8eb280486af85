//! The numbers of types in the compiled form.

use std::collections::BTreeSet;

use super::ids;
use crate::schema::{Schema, TypeId};

/// The first spare number. It is arbitrary, and easy to recognize in a dump.
const SPARE: u32 = 0x7479_0000;

/// Returns the number of each type.
///
/// The reference compiler combines the ids of a type's constructors by exclusive or. The result may be the
/// same for several types, or be the number of a kind. Then the first type by name keeps it, and the others
/// take spare numbers, since a number has no meaning outside its file.
pub(super) fn numbers(schema: &Schema) -> Vec<u32> {
    let combined =
        |ty: TypeId| schema[ty].constructors.iter().fold(0, |all, id| all ^ schema[*id].id);
    let mut numbers: Vec<u32> = schema.types().map(|(id, _)| combined(id)).collect();
    let mut order: Vec<TypeId> = schema.types().map(|(id, _)| id).collect();
    // A type without constructors is not in the file.
    order.retain(|id| !schema[*id].constructors.is_empty());
    order.sort_by_key(|id| &schema[*id].name);
    let taken: BTreeSet<u32> = numbers.iter().copied().chain([ids::NAT, ids::KIND]).collect();
    let mut spare = (SPARE..=u32::MAX).filter(|number| !taken.contains(number));
    let mut given = BTreeSet::from([ids::NAT, ids::KIND]);
    for id in order {
        let number = &mut numbers[id.0 as usize];
        if !given.insert(*number) {
            *number = spare.next().unwrap_or_default();
        }
    }
    numbers
}
