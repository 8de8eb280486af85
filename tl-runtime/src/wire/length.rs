//! Lengths and counts.

/// First byte of a length in three further bytes; smaller ones are the length.
pub(crate) const MEDIUM: u8 = 0xfe;

/// First byte of a length in seven further bytes.
pub(crate) const LONG: u8 = 0xff;

/// Lengths from here on need the seven bytes.
const LONG_FROM: usize = 1 << 24;

/// How many bytes the length takes.
pub(crate) const fn head_len(len: usize) -> usize {
    if len < MEDIUM as usize {
        1
    } else if len < LONG_FROM {
        4
    } else {
        8
    }
}

/// How many bytes a string of `len` bytes takes on the wire.
pub(crate) const fn wire_len(len: usize) -> usize {
    (head_len(len) + len).next_multiple_of(4)
}

/// How many there are, as the wire has it.
///
/// # Panics
/// If there are more than 2³² - 1 elements, which no vector of TL can have.
#[inline]
#[must_use]
pub fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).expect("a vector of TL has less than 2^32 elements")
}
