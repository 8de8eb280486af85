//! Flag words, bit by bit.

/// Whether `bit` of `flags` is set.
///
/// A call instead of operators, which take the compiler longer to check: Telegram's layer has thousands.
#[inline]
#[must_use]
pub const fn bit(flags: u32, bit: u8) -> bool {
    flags & 1 << bit != 0
}

/// The flag word in which each bit is set whose flag is true.
///
/// # Panics
/// If the bits do not ascend, as the generator writes them. They are constants, so that nothing is left of the check.
#[expect(
    clippy::inline_always,
    reason = "a call puts the flags into memory and reads them in a loop"
)]
#[inline(always)]
#[must_use]
pub const fn flags<const N: usize>(bits: [(bool, u8); N]) -> u32 {
    // From the last bit to the first: for adjacent bits that is one shift by one place. `flags` holds the bits from
    // `low` on.
    let (mut flags, mut low, mut at) = (0_u32, 31, N);
    // No iterator: the compiler would instantiate all its functions for each number of bits.
    while at > 0 {
        at -= 1;
        let (is_set, bit) = bits[at];
        assert!(bit <= low, "the bits of a flag word ascend");
        flags = (flags << (low - bit)) | is_set as u32;
        low = bit;
    }
    flags << low
}

/// [`flags`] as a call, for many fields.
///
/// In the caller's code the compiler would load the fields once for the flags and for writing them, and there are more
/// fields than registers.
#[inline(never)]
#[must_use]
pub fn many_flags<const N: usize>(bits: impl FnOnce() -> [(bool, u8); N]) -> u32 {
    flags(bits())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_flag_sets_its_bit() {
        const BITS: [u8; 6] = [0, 1, 4, 4, 30, 31];
        for set in 0..1_u32 << BITS.len() {
            let mut at = 0;
            let all = BITS.map(|at_bit| {
                at += 1;
                (bit(set, at - 1), at_bit)
            });
            let naive = all.iter().fold(0, |word, (is_set, bit)| word | u32::from(*is_set) << bit);
            assert_eq!(flags(all), naive, "{all:?}");
            assert_eq!(many_flags(|| all), naive, "{all:?}");
        }
        assert_eq!(flags([(true, 7)]), 1 << 7);
        assert_eq!(flags([]), 0);
    }

    #[test]
    #[should_panic(expected = "ascend")]
    fn bits_that_do_not_ascend_are_refused() {
        let _ = flags([(true, 3), (true, 2)]);
    }
}
