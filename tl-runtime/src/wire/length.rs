//! Lengths and counts.

/// The first byte of a length in three further bytes; a smaller first byte is the length itself.
pub(crate) const MEDIUM: u8 = 0xfe;

/// The first byte of a length in seven further bytes.
pub(crate) const LONG: u8 = 0xff;

/// Lengths from here on need seven bytes.
const LONG_FROM: usize = 1 << 24;

/// The number of bytes that the length takes.
pub(crate) const fn head_len(len: usize) -> usize {
    if len < MEDIUM as usize {
        1
    } else if len < LONG_FROM {
        4
    } else {
        8
    }
}

/// The number of bytes that a string of `len` bytes takes on the wire.
pub(crate) const fn wire_len(len: usize) -> usize {
    (head_len(len) + len).next_multiple_of(4)
}

/// The number of items, as a vector's count.
///
/// # Panics
/// If there are 2³² or more items, which no vector in TL can have.
#[inline]
#[must_use]
pub fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).expect("a vector of TL has less than 2^32 elements")
}
