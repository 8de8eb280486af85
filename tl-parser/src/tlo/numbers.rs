//! The numbers of types in the compiled form.

use std::collections::BTreeSet;

use super::{complete::Complete, ids};
use crate::schema::{Schema, Type, TypeId};

/// The first spare number. It is arbitrary, and easy to recognize in a dump.
const SPARE: u32 = 0x7479_0000;

/// Returns the number of each type; `by_name` has those that are in the file, since they have constructors.
///
/// The reference compiler combines the ids of a type's constructors by exclusive or. The result may be the
/// same for several types, or be the number of a kind. Then the first type by name keeps it, and the others
/// take spare numbers, since a number has no meaning outside its file.
pub(super) fn numbers(
    schema: &Schema,
    complete: &Complete<'_>,
    by_name: &[(TypeId, &Type)],
) -> Vec<u32> {
    let combined =
        |ty: TypeId| complete.constructors(ty).iter().fold(0, |all, id| all ^ complete[*id].id);
    let mut numbers: Vec<u32> = schema.types().map(|(id, _)| combined(id)).collect();
    let taken: BTreeSet<u32> = numbers.iter().copied().chain([ids::NAT, ids::KIND]).collect();
    let mut spare = (SPARE..=u32::MAX).filter(|number| !taken.contains(number));
    let mut given = BTreeSet::from([ids::NAT, ids::KIND]);
    for (id, _) in by_name {
        let number = &mut numbers[id.0 as usize];
        if !given.insert(*number) {
            *number = spare.next().unwrap_or_default();
        }
    }
    numbers
}
