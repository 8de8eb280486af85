//! Numbers behind bits, and the bits of words that tell of no field.

use typelang_golden::{
    kept_bits::types::{Late, Plain, Two},
    numbers::types::{Alone, Beside, Chain, Funny, Nothing},
};
use typelang_runtime::{Decode, Encode, ErrorKind, Options, Strictness};

use super::{assert_exact, hex};

#[test]
fn bits_that_tell_of_no_field_are_kept() {
    let value = Plain { mode: 1, x: Some(7), y: false };
    assert_exact(&value, "01000000 03000000 07000000");
    assert_exact(&Plain { mode: 0xffff_fff9, x: None, y: false }, "01000000 f9ffffff");
    assert_exact(&Late { id: 9, mode: 0x7fff_ffff, x: None }, "02000000 09000000 ffffff7f");
    let value = Two { first: 2, second: 4, y: Some(1), x_and_z: Some((2, 3)) };
    assert_exact(&value, "03000000 03000000 05000000 02000000 01000000 03000000");
}

#[test]
fn bits_that_tell_of_a_field_are_computed_whatever_is_kept() {
    let value = Plain { mode: u32::MAX, x: None, y: false };
    assert_eq!(value.to_bytes(), hex("01000000 f9ffffff"));
    assert_eq!(value, Plain { mode: !6, x: None, y: false });
}

/// The row of TL's reference: `x` 1, the word 3, `b` 2, the second word with bit 31, `d` 9.
#[test]
fn a_number_behind_a_bit_tells_of_fields() {
    let value = Funny { x: 1, b: Some(2), more: Some(0), d: Some(9) };
    assert_exact(&value, "01000000 01000000 03000000 02000000 00000080 09000000");
    assert_exact(&Funny { x: 1, b: None, more: None, d: None }, "01000000 01000000 00000000");
    let value = Funny { x: 1, b: None, more: Some(5), d: None };
    assert_exact(&value, "01000000 01000000 02000000 05000000");
}

#[test]
fn a_field_sets_the_bits_of_all_numbers_before_it() {
    let value = Funny { x: 1, b: None, more: None, d: Some(9) };
    let bytes = hex("01000000 01000000 02000000 00000080 09000000");
    assert_eq!(value.to_bytes(), bytes);
    assert_eq!(Funny::from_bytes(&bytes), Ok(Funny { more: Some(0), ..value }));
    let value = Chain { f1: None, f2: None, t2: true };
    assert!(value.t1());
    assert_eq!(value.to_bytes(), hex("02000000 01000000 02000000 04000000"));
    let value = Chain { f1: Some(1), f2: Some(2), t2: false };
    assert_exact(&value, "02000000 01000000 03000000 02000000");
}

#[test]
fn a_value_beside_a_number_is_there_when_the_number_is() {
    let value = Beside { k: Some(4), v: Some(1), w: Some("a".to_owned()), b: Some(2) };
    assert_exact(&value, "03000000 01000000 06000000 01000000 01610000 02000000");
    assert_exact(&Beside { k: None, v: None, w: None, b: None }, "03000000 00000000");
    // What is missing is zero or empty: no bytes are wrong.
    let value = Beside { k: None, v: None, w: None, b: Some(2) };
    let bytes = hex("03000000 01000000 02000000 00000000 00000000 02000000");
    assert_eq!(value.to_bytes(), bytes);
    let read = Beside { k: Some(0), v: Some(0), w: Some(String::new()), b: Some(2) };
    assert_eq!(Beside::from_bytes(&bytes), Ok(read));
}

#[test]
fn numbers_without_a_use_are_values() {
    let value = Alone { k: Some(1), n_and_m: Some((2, 3)) };
    assert_exact(&value, "04000000 03000000 01000000 02000000 03000000");
}

#[test]
fn nothing_takes_no_bytes() {
    let value = Nothing { yes: (), trues: vec![(); 3], maybe: Some(vec![(); 2]) };
    assert_exact(&value, "05000000 03000000 01000000 02000000");
}

#[test]
fn unknown_bits_are_an_error_only_where_none_are_kept() {
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let error = Funny::from_bytes_with(&hex("01000000 01000000 04000000"), &strict).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownFlags { bits: 4 }, 8));
}
