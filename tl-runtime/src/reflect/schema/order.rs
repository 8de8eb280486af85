//! The order of items.

use alloc::{vec, vec::Vec};

/// Numbers with indices, in the order of the numbers.
pub(crate) fn by_number(numbers: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let at = |index: u32| numbers[index as usize];
    let order = sorted(numbers.len(), &|left, right| at(left) <= at(right));
    let mut ordered = Vec::with_capacity(order.len());
    for index in order {
        ordered.push(at(index));
    }
    ordered
}

/// The indices of items, in the order of their names.
pub(crate) fn by_name<'a>(len: usize, name: &dyn Fn(u32) -> &'a str) -> Vec<u32> {
    sorted(len, &|left, right| name(left) <= name(right))
}

/// Moves each item to the place of its index in `order`.
pub(crate) fn reorder<T>(items: &mut [T], order: &[u32]) {
    let mut places = vec![0; order.len()];
    for (place, index) in order.iter().enumerate() {
        places[*index as usize] = place;
    }
    for at in 0..items.len() {
        while places[at] != at {
            let place = places[at];
            items.swap(at, place);
            places.swap(at, place);
        }
    }
}

/// Returns the indices below `len` in order. `is_ordered` says whether the item at its first index may come before the
/// one at its second.
///
/// Equal items keep their order. Runs are merged by code that is compiled once: each of core's sorts takes thirty times
/// as much, for each type of item.
fn sorted(len: usize, is_ordered: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(len).collect();
    let mut merged = vec![0; len];
    let mut width = 1;
    while width < len {
        let pairs = order.chunks(2 * width).zip(merged.chunks_mut(2 * width));
        for (pair, merged) in pairs {
            let (left, right) = pair.split_at(width.min(pair.len()));
            merge(left, right, merged, is_ordered);
        }
        core::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// Writes two runs into one.
fn merge(left: &[u32], right: &[u32], merged: &mut [u32], is_ordered: &dyn Fn(u32, u32) -> bool) {
    let (mut from_left, mut from_right) = (0, 0);
    for place in merged {
        let is_left = match (left.get(from_left), right.get(from_right)) {
            (Some(first), Some(other)) => is_ordered(*first, *other),
            (first, _) => first.is_some(),
        };
        if is_left {
            *place = left[from_left];
            from_left += 1;
        } else {
            *place = right[from_right];
            from_right += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn indices_follow_their_items_and_equal_items_keep_their_order() {
        for len in 0..40_u32 {
            let key = |index: u32| index * 7 % 11;
            let order = sorted(len as usize, &|left, right| key(left) <= key(right));
            let mut expected: alloc::vec::Vec<u32> = (0..len).collect();
            expected.sort_by_key(|index| key(*index));
            assert_eq!(order, expected);
        }
    }
}
