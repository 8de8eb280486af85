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
#[expect(
    clippy::inline_always,
    reason = "a call puts the flags into memory and reads them in a loop"
)]
#[inline(always)]
#[must_use]
pub const fn flags<const N: usize>(bits: [(bool, u8); N]) -> u32 {
    let (mut flags, mut at) = (0, 0);
    // No iterator: the compiler would instantiate all its functions for each number of bits.
    while at < N {
        let (is_set, bit) = bits[at];
        flags |= (is_set as u32) << bit;
        at += 1;
    }
    flags
}

/// [`flags`] as a call, for many fields.
///
/// In the caller's code the compiler would load the fields once for the flags and for writing them, and there are more fields
/// than registers.
#[inline(never)]
#[must_use]
pub fn many_flags<const N: usize>(bits: impl FnOnce() -> [(bool, u8); N]) -> u32 {
    flags(bits())
}
