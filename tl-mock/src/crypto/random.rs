//! Random bytes from the operating system.

/// Fills an array with random bytes.
///
/// # Panics
/// If the operating system has no random bytes to give, which no input can cause.
pub(crate) fn array<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the operating system gives random bytes");
    bytes
}

/// Appends this many random bytes.
pub(crate) fn append(to: &mut Vec<u8>, count: usize) {
    let start = to.len();
    to.resize(start + count, 0);
    getrandom::fill(&mut to[start..]).expect("the operating system gives random bytes");
}

/// A random number.
pub(crate) fn long() -> i64 {
    i64::from_le_bytes(array())
}
