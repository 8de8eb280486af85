//! The numbers by which the compiled form refers to types.

use std::collections::BTreeSet;

use super::ids;
use crate::schema::{Schema, TypeId};

/// Where numbers begin that are nobody's ids: any would do, and this one is easily seen in a dump.
const SPARE: u32 = 0x7479_0000;

/// The number of each type.
///
/// The reference compiler combines the ids of a type's constructors by exclusive or, which can give one number to several
/// types, or that of a kind. The first by name keeps such a number, and the others take spare ones, since a number has
/// no meaning beyond its file.
pub(super) fn numbers(schema: &Schema) -> Vec<u32> {
    let combined =
        |ty: TypeId| schema[ty].constructors.iter().fold(0, |all, id| all ^ schema[*id].id);
    let mut numbers: Vec<u32> = schema.types().map(|(id, _)| combined(id)).collect();
    let mut order: Vec<TypeId> = schema.types().map(|(id, _)| id).collect();
    // One without constructors is not in the file.
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
