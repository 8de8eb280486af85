//! Bits of flag words on which no field depends, kept in a namespace.

use typelang_golden::kept_bits_of::types::{Holder, Other, n};
use typelang_runtime::{Decode, ErrorKind, FreeBits, Options, Strictness};

use super::{assert_exact, hex};

/// Reads bytes strictly, and returns the bits that are refused.
fn refused<'de, T: Decode<'de>>(bytes: &'de [u8]) -> Option<u32> {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    match T::from_bytes_with(bytes, &strict).err()?.kind() {
        ErrorKind::UnknownFlags { bits } => Some(bits),
        other => panic!("{other:?}"),
    }
}

#[test]
fn bits_are_kept_in_the_namespace_alone() {
    assert_exact(&n::One { mode: FreeBits::from_bits_truncate(2), x: None }, "01000000 02000000");
    assert_eq!(refused::<Other>(&hex("02000000 02000000")), Some(2));
}

#[test]
fn opaque_values_keep_the_bits_of_the_same_combinators() {
    let rows = "02000000 04000000";
    let bytes = format!("05000000 03000000 08000000 {rows}");
    assert_exact(&Holder::from_bytes(&hex(&bytes)).expect("the bits are free"), &bytes);
    assert_eq!(refused::<Holder>(&hex(&bytes)), None);
    assert_eq!(refused::<Holder>(&hex("05000000 04000000 02000000")), Some(2));
}
