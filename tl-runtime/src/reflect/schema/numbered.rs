//! Variables by their numbers in the compiled form.

use alloc::vec::Vec;

/// The maximum number of variables of a combinator that have larger numbers than a later one. Compilers number them in
/// order.
const UNORDERED: usize = 1024;

/// The indices of variables, by their numbers in the bytes.
#[derive(Default)]
pub(crate) struct Numbered {
    /// Numbers with indices, sorted by number.
    sorted: Vec<(u32, u32)>,
}

impl Numbered {
    /// Adds a variable, and returns whether it may come here. One that has the number of an earlier one hides it.
    pub(crate) fn add(&mut self, number: u32, index: u32) -> bool {
        let at = self.place_of(number);
        if self.sorted.len() - at > UNORDERED {
            return false;
        }
        match self.sorted.get_mut(at) {
            Some(known) if known.0 == number => known.1 = index,
            _ => self.sorted.insert(at, (number, index)),
        }
        true
    }

    /// The index of the variable with this number.
    pub(crate) fn get(&self, number: u32) -> Option<u32> {
        let &(known, index) = self.sorted.get(self.place_of(number))?;
        (known == number).then_some(index)
    }

    fn place_of(&self, number: u32) -> usize {
        self.sorted.partition_point(|(known, _)| *known < number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_variable_with_a_number_is_found() {
        let mut known = Numbered::default();
        for (number, index) in [(3, 0), (1, 1), (2, 2), (1, 3)] {
            assert!(known.add(number, index));
        }
        assert_eq!(
            [0, 1, 2, 3, 4].map(|it| known.get(it)),
            [None, Some(3), Some(2), Some(0), None]
        );
    }

    #[test]
    fn many_variables_in_the_wrong_order_are_refused() {
        let mut known = Numbered::default();
        let first = u32::try_from(UNORDERED).expect("it is small") + 1;
        assert!((1..=first).rev().all(|number| known.add(number, number)));
        assert!(!known.add(0, 0));
        assert_eq!((known.get(0), known.get(1)), (None, Some(1)));
    }
}
