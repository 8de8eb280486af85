//! Large numbers as bytes.

use num_bigint::BigUint;

/// The bytes of a number of 2048 bits.
pub(crate) const SIZE: usize = 256;

/// The big-endian bytes of a number, padded with zeros in front; `None` if it takes more than 256 bytes.
pub(crate) fn padded(number: &BigUint) -> Option<[u8; SIZE]> {
    let bytes = number.to_bytes_be();
    let mut padded = [0; SIZE];
    padded.get_mut(SIZE.checked_sub(bytes.len())?..)?.copy_from_slice(&bytes);
    Some(padded)
}

/// Diffie-Hellman's prime that Telegram uses, of 2048 bits. Clients know it and skip the check that it is one.
pub(crate) fn dh_prime() -> BigUint {
    BigUint::parse_bytes(DH_PRIME.as_bytes(), 16).unwrap_or_default()
}

/// The generator that goes with [`dh_prime`].
pub(crate) const DH_GENERATOR: u32 = 3;

const DH_PRIME: &str = "\
c71caeb9c6b1c9048e6c522f70f13f73980d40238e3e21c14934d037563d930f\
48198a0aa7c14058229493d22530f4dbfa336f6e0ac925139543aed44cce7c37\
20fd51f69458705ac68cd4fe6b6b13abdc9746512969328454f18faf8c595f64\
2477fe96bb2a941d5bcd1d4ac8cc49880708fa9b378e3c4f3a9060bee67cf9a4\
a4a695811051907e162753b56b0f6b410dba74d8a84b2a14b3144e0ef1284754\
fd17ed950d5965b4b9dd46582db1178d169c6bc465b0d6ff9ca3928fef5b9ae4\
e418fc15e83ebea0f87fa9ff5eed70050ded2849f47bf959d956850ce929851f\
0d8115f635b105ee2e4e15d04b2454bf6f4fadf034b10403119cd8e3b92fcc5b";

/// Whether a public number of the exchange is far enough from both ends of the range, as
/// <https://core.telegram.org/mtproto/auth_key> asks both sides to check.
pub(crate) fn is_safe(number: &BigUint, prime: &BigUint) -> bool {
    let margin = BigUint::from(1_u32) << (2048 - 64);
    *number >= margin && *number <= prime - &margin
}
