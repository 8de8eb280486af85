//! What values say of the numbers that they are written by.

use crate::wire::{flags::flags, length::count};
/// What a value says of a number: all of it, some of its bits, or nothing.
///
/// A vector's length says all of the number that counts it, and an optional field one bit of its flag word. Encoders
/// compute numbers from what the parts of a value say. Where two parts may say different things the first one counts, and
/// the encoder refuses the value when it comes to the other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The bits that are known.
    mask: u32,
    /// Those of them that are set.
    bits: u32,
}

impl Known {
    /// Nothing is known.
    pub const NOTHING: Self = Self { mask: 0, bits: 0 };

    /// The number is the length of these items.
    #[inline]
    #[must_use]
    pub fn len<T>(items: &[T]) -> Self {
        Self { mask: u32::MAX, bits: count(items) }
    }

    /// Each of these bits is set or not.
    #[inline]
    #[must_use]
    pub fn bits<const N: usize>(bits: [(bool, u8); N]) -> Self {
        let mask = bits.iter().fold(0, |mask, (_, bit)| mask | 1 << bit);
        Self { mask, bits: flags(bits) }
    }

    /// Those of these bits that are set are known to be; the others may be by what else depends on them.
    #[inline]
    #[must_use]
    pub fn set<const N: usize>(bits: [(bool, u8); N]) -> Self {
        let bits = flags(bits);
        Self { mask: bits, bits }
    }

    /// The number that is larger by `plus` is known; nothing if it is less than `plus`, or if not all of it is known.
    #[inline]
    #[must_use]
    pub fn minus(self, plus: u32) -> Self {
        match self.bits.checked_sub(plus) {
            Some(bits) if self.mask == u32::MAX => Self { bits, ..self },
            _ => Self::NOTHING,
        }
    }

    /// The same, and what `other` says of the bits that are not known yet.
    #[inline]
    #[must_use]
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.mask == u32::MAX {
            return self;
        }
        let other = other();
        Self { mask: self.mask | other.mask, bits: self.bits | other.bits & !self.mask }
    }

    /// What the items say together.
    #[inline]
    #[must_use]
    pub fn each<T>(items: &[T], known: impl Fn(&T) -> Self) -> Self {
        let mut all = Self::NOTHING;
        for item in items {
            all = all.or(|| known(item));
            if all.mask == u32::MAX {
                break;
            }
        }
        all
    }

    /// What a value says, if there is one.
    #[inline]
    #[must_use]
    pub fn some<T>(value: &Option<T>, known: impl FnOnce(&T) -> Self) -> Self {
        value.as_ref().map_or(Self::NOTHING, known)
    }

    /// Which bits of a number that was read the value does not determine.
    #[inline]
    #[must_use]
    pub(crate) const fn unused(self, number: u32) -> u32 {
        number & !self.mask
    }

    /// The number, in which bits that are not known are 0.
    #[inline]
    #[must_use]
    pub const fn number(self) -> u32 {
        self.bits
    }
}

#[cfg(test)]
mod tests {
    use super::Known;

    #[test]
    fn the_first_to_say_something_of_a_bit_counts() {
        let first = Known::bits([(true, 0), (false, 1)]);
        let both = first.or(|| Known::bits([(false, 0), (true, 1), (true, 5)]));
        assert_eq!(both, Known::bits([(true, 0), (false, 1), (true, 5)]));
        assert_eq!(both.number(), 0x21);
        assert_eq!(both.or(|| Known::len(&[0; 2])).number(), 0x21 & 0x23);
        let all = Known::len(&[(); 6]);
        assert_eq!(all.or(|| unreachable!("all is known")).number(), 6);
    }

    #[test]
    fn bits_that_are_not_set_may_be_by_others() {
        let first = Known::set([(true, 0), (false, 1)]);
        assert_eq!(first.unused(0b11), 0b10);
        assert_eq!(first.or(|| Known::bits([(false, 0), (true, 1)])).number(), 0b11);
    }

    #[test]
    fn a_sum_says_nothing_unless_all_of_it_is_known() {
        let len = |count: usize| Known::len(&alloc::vec![(); count]);
        assert_eq!(len(3).minus(2).number(), 1);
        assert_eq!(len(1).minus(2), Known::NOTHING);
        assert_eq!(Known::bits([(true, 4)]).minus(2), Known::NOTHING);
    }

    #[test]
    fn items_are_asked_until_all_is_known() {
        let items =
            [Known::NOTHING, Known::bits([(true, 2)]), Known::len(&[(); 9]), Known::len(&[(); 1])];
        assert_eq!(Known::each(&items, |known| *known).number(), 4 | 9 & !4);
        assert_eq!(Known::each(&[] as &[Known], |known| *known), Known::NOTHING);
        assert_eq!(Known::some(&Some(3_u8), |_| Known::len(&[(); 3])).number(), 3);
        assert_eq!(Known::some(&None::<u8>, |_| Known::len(&[(); 3])), Known::NOTHING);
    }
}
