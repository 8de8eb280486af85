//! Bits of flag words on which no field depends.

use typelang_golden::kept_bits::types::{Holder, Late, Plain, Two};
use typelang_runtime::{Decode, FreeBits, NotFree};

use super::{assert_exact, hex};

/// Makes bits on which no field depends.
fn free<const FREE: u32>(bits: u32) -> FreeBits<FREE> {
    FreeBits::from_bits(bits).expect("the bits are free")
}

#[test]
fn bits_that_tell_of_no_field_are_kept() {
    let value = Plain { mode: free(1), x: Some(7), y: false };
    assert_exact(&value, "01000000 03000000 07000000");
    assert_exact(&Plain { mode: free(0xffff_fff9), x: None, y: false }, "01000000 f9ffffff");
    assert_exact(&Late { id: 9, mode: free(0x7fff_ffff), x: None }, "02000000 09000000 ffffff7f");
    let value = Two { first: free(2), second: free(4), y: Some(1), x_and_z: Some((2, 3)) };
    assert_exact(&value, "03000000 03000000 05000000 02000000 01000000 03000000");
    assert_exact(&Plain::new(), "01000000 00000000");
}

#[test]
fn bits_that_tell_of_a_field_cannot_be_kept() {
    let value = Plain { mode: FreeBits::from_bits_truncate(u32::MAX), x: None, y: false };
    assert_exact(&value, "01000000 f9ffffff");
    assert_eq!(FreeBits::<0xffff_fff9>::try_from(7).map_err(NotFree::bits), Err(6));
}

#[test]
fn opaque_values_keep_their_bits_too() {
    let bytes = "05000000 04000000 02000000";
    let value = Holder::from_bytes(&hex(bytes)).expect("the bits are free");
    assert_exact(&value, bytes);
}
