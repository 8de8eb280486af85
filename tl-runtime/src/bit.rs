//! Flag words, bit by bit.

/// Whether `bit` of `flags` is set.
///
/// A call and no operators, which take the compiler longer to check: Telegram's layer has thousands.
#[doc(hidden)]
#[inline]
#[must_use]
pub const fn bit(flags: u32, bit: u8) -> bool {
    flags & 1 << bit != 0
}

/// The word with those bits set that are told to be.
#[doc(hidden)]
#[inline]
#[must_use]
pub fn flags<const N: usize>(bits: [(bool, u8); N]) -> u32 {
    bits.into_iter().fold(0, |flags, (is_set, bit)| flags | u32::from(is_set) << bit)
}
