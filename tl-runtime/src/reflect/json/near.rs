//! Similar names, for suggestions.

use alloc::vec::Vec;

/// The most similar name, if at most a third of its letters differ, otherwise the first name that begins with this one.
pub(super) fn nearest<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    let limit = (name.chars().count() / 3).clamp(1, 3);
    let distance = |known: &'n str| match slips(name, known, limit) {
        slips if slips <= limit => Some((slips, known)),
        _ => goes_on(name, known).then_some((usize::MAX, known)),
    };
    names.filter_map(distance).min_by_key(|(distance, _)| *distance).map(|(_, known)| known)
}

/// Whether `known` begins with `name` and is longer.
fn goes_on(name: &str, known: &str) -> bool {
    name.len() > 2 && known.starts_with(name)
}

/// The number of letters to add, remove, replace, or swap with the next one; more than `limit` if it exceeds that.
fn slips(left: &str, right: &str, limit: usize) -> usize {
    // Before anything is copied: in lowercase a letter may become one or three, which is rare and never similar.
    if left.chars().count().abs_diff(right.chars().count()) > limit {
        return limit + 1;
    }
    let left: Vec<char> = left.chars().flat_map(char::to_lowercase).collect();
    let right: Vec<char> = right.chars().flat_map(char::to_lowercase).collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (row, char) in left.iter().enumerate() {
        let mut next = Vec::with_capacity(last.len());
        next.push(row + 1);
        for (column, other) in right.iter().enumerate() {
            let replaced = last[column] + usize::from(char != other);
            let mut fewest = replaced.min(last[column + 1] + 1).min(next[column] + 1);
            let is_swap =
                row > 0 && column > 0 && left[row - 1] == *other && right[column - 1] == *char;
            if is_swap {
                fewest = fewest.min(before[column - 1] + 1);
            }
            next.push(fewest);
        }
        before = core::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_found_and_many_are_not() {
        let names = ["first_name", "last_name", "phone"];
        let near = |name| nearest(name, names.into_iter());
        assert_eq!(near("frist_name"), Some("first_name"));
        assert_eq!(near("lastName"), Some("last_name"));
        assert_eq!(near("phon"), Some("phone"));
        assert_eq!(near("phone"), Some("phone"));
        assert_eq!(near("date"), None);
        assert_eq!(
            (near("first"), near("fir"), near("fi")),
            (Some("first_name"), Some("first_name"), None)
        );
        assert_eq!(near(""), None);
    }
}
