//! Numbers behind bits, and numbers that set the bits of fields.

use typelang_golden::numbers::{
    SCHEMA,
    types::{Alone, Beside, Both, Chain, Counted, Funny, Inner, Nothing},
};
use typelang_runtime::{Decode, ErrorKind, Options, Strictness};

use super::{assert_agrees, assert_exact, assert_refused, assert_unused, hex, presence};

/// The row of the TL reference: `x` 1, the word 3, `b` 2, the second word with bit 31, `d` 9.
#[test]
fn a_number_behind_a_bit_is_there_if_it_is_not_zero() {
    let value = Funny { x: 1, b: Some(2), d: Some(9) };
    assert_exact(&value, "01000000 01000000 03000000 02000000 00000080 09000000");
    assert_exact(&Funny { x: 1, b: None, d: None }, "01000000 01000000 00000000");
    // A present number that is zero means the same as an absent one.
    let bytes = hex("01000000 01000000 02000000 00000000");
    assert_eq!(Funny::from_bytes(&bytes), Ok(Funny { x: 1, b: None, d: None }));
    assert_unused::<Funny>(&SCHEMA, &bytes, 2, 16);
}

#[test]
fn a_field_sets_the_bits_of_all_numbers_before_it() {
    let value = Chain { t1: true, t2: true };
    assert_agrees(&value, "02000000 01000000 02000000 04000000");
    assert_agrees(&Chain { t1: true, t2: false }, "02000000 01000000 00000000");
    // Bit 0 of `f0` is behind `t1` as well as behind `f1`.
    assert_refused(&Chain { t1: false, t2: true }, "f1", presence(0, true));
}

#[test]
fn a_value_beside_a_number_says_whether_the_number_is_there() {
    let value = Beside { v: Some(1), w: Some("a".to_owned()), b: Some(2) };
    assert_agrees(&value, "03000000 01000000 02000000 01000000 01610000 02000000");
    let zero = Beside { b: None, ..value.clone() };
    assert_agrees(&zero, "03000000 01000000 00000000 01000000 01610000");
    assert_agrees(&Beside { v: None, w: None, b: None }, "03000000 00000000");
    assert_refused(&Beside { v: None, w: None, b: Some(2) }, "k", presence(0, true));
    assert_refused(&Beside { w: None, ..value.clone() }, "w", presence(0, false));
    assert_refused(&Beside { v: None, b: None, ..value.clone() }, "w", presence(0, true));
    assert_ne!(Beside { w: None, ..value.clone() }, value);
    assert_ne!(Beside { v: None, ..value.clone() }, Beside { v: None, w: None, ..value });
}

/// A number that is 0 is written if a length or another struct says that it is present.
#[test]
fn a_number_that_is_zero_leaves_its_bit_to_others() {
    let value = Counted { u: None, v: vec![5, 6, 7] };
    assert_agrees(&value, "06000000 03000000 00000000 05000000 06000000 07000000");
    let value = Counted { u: Some(9), v: vec![5] };
    assert_agrees(&value, "06000000 01000000 00000040 09000000 05000000");
    assert_refused(&Counted { u: Some(9), v: vec![5, 6] }, "w", presence(0, true));
    let both = |x, y| Both { x: Inner { u: x }, y: Inner { u: y } };
    assert_agrees(&both(None, None), "08000000 00000000 07000000 07000000");
    let value = both(None, Some(4));
    let bytes = "08000000 01000000 07000000 00000000 07000000 02000000 04000000";
    assert_agrees(&value, bytes);
    let bytes = hex("08000000 01000000 07000000 00000000 07000000 00000000");
    assert_eq!(Both::from_bytes(&bytes), Ok(both(None, None)));
    assert_unused::<Both>(&SCHEMA, &bytes, 1, 24);
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
