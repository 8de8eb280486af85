//! So many values one after another.

use typelang_golden::repetitions::types::{
    Both, Constant, Counted, Implicit, Leaf, Maybe, Mixed, Nested, Optional, Sum, Three, Tree, Zero,
};
use typelang_runtime::{Decode, Encode, ErrorKind};

use super::{assert_exact, hex};

#[test]
fn the_number_is_the_length() {
    assert_exact(&Counted { a: vec![7, 8] }, "01000000 02000000 07000000 08000000");
    assert_exact(&Counted { a: vec![] }, "01000000 00000000");
}

#[test]
fn repetitions_of_one_number_are_one_vector() {
    let value = Both { id: 5, a_and_b: vec![(1, "a".to_owned()), (2, "b".to_owned())] };
    assert_exact(&value, "02000000 02000000 01000000 02000000 05000000 00000000 01610000 01620000");
    let value = Three { a_and_b_and_c: vec![(1, "a".to_owned(), 3)] };
    assert_exact(&value, "0d000000 01000000 01000000 01610000 da9b50a8 03000000");
}

#[test]
fn a_constant_takes_no_bytes() {
    let value =
        Constant { a: [1, 2, 3], b: ["a".to_owned(), String::new()], c: [], d: vec![0; 100] };
    let rest = "00".repeat(800);
    assert_exact(&value, &format!("03000000 01000000 02000000 03000000 01610000 00000000 {rest}"));
    // A long one is a vector, of which so much is written as the schema says.
    for len in [0, 99, 101] {
        assert_eq!(Constant { d: vec![0; len], ..value.clone() }, value);
    }
}

#[test]
fn a_number_without_a_name_counts_what_follows() {
    let value = Implicit { values: vec![1], y: vec![2] };
    assert_exact(&value, "04000000 01000000 01000000 01000000 da9b50a8 02000000");
}

#[test]
fn rows_have_the_length_that_their_number_says() {
    let value = Nested { m: 2, a: vec![vec![1, 2], vec![3, 4]], b: [[5, 6, 7], [8, 9, 10]] };
    let words = [5, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(super::id).concat();
    assert_exact(&value, &words);
    let uneven = Nested { a: vec![vec![1, 2, 3], vec![3]], ..value.clone() };
    let even = Nested { a: vec![vec![1, 2], vec![3, 0]], ..value };
    assert_eq!(uneven, even);
}

#[test]
fn a_repetition_may_be_absent() {
    let value = Optional { flags: 4, n: 2, a: Some(vec![1, 2]), b: Some([3, 4, 5]) };
    let words = [6, 7, 2, 1, 2, 3, 4, 5].map(super::id).concat();
    assert_exact(&value, &words);
    let value = Optional { flags: 0, n: 2, a: None, b: None };
    assert_exact(&value, "06000000 00000000 02000000");
    let value = Maybe { flags: 0, n: Some(1), a: vec![9] };
    assert_exact(&value, "0a000000 01000000 01000000 09000000");
    assert_exact(&Maybe { flags: 2, n: None, a: vec![] }, "0a000000 02000000");
}

#[test]
fn sums_and_other_uses_of_a_number() {
    assert_exact(&Sum { n: 1, a: vec![2, 3] }, "07000000 01000000 02000000 03000000");
    let value = Mixed { x: Some(7), y: vec![8], t: false };
    assert_exact(&value, "09000000 01000000 07000000 08000000");
    let value = Mixed { x: None, y: vec![8, 9], t: true };
    assert_exact(&value, "09000000 02000000 08000000 09000000");
    assert_exact(&Zero { a: vec![(); 2], b: [(); 3] }, "08000000 02000000");
}

#[test]
fn trees_repeat_themselves() {
    let leaf = |parts| Tree { parts, pair: None, leaves: [Leaf { x: 1 }, Leaf { x: 2 }] };
    assert_exact(&leaf(vec![]), "0c000000 00000000 01000000 02000000");
    let empty = "0c000000 00000000 01000000 02000000";
    let value = Tree { pair: Some(vec![leaf(vec![]), leaf(vec![])]), ..leaf(vec![leaf(vec![])]) };
    assert_exact(&value, &format!("0c000000 01000000 {empty} {empty} {empty} 01000000 02000000"));
    // A pair that its number asks for and that is missing is one of trees without anything.
    let zero = "0c000000 00000000 00000000 00000000";
    let bytes = format!("0c000000 01000000 {empty} {zero} {zero} 01000000 02000000");
    assert_eq!(leaf(vec![leaf(vec![])]).to_bytes(), hex(&bytes));
}

#[test]
fn a_number_that_the_bytes_cannot_hold_is_an_error() {
    let error = Counted::from_bytes(&hex("01000000 00000080 01000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 0x8000_0000 });
    let error = Zero::from_bytes(&hex("08000000 ffffffff")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    let error = Nested::from_bytes(&hex("05000000 ffffffff 00000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    assert!(Sum::from_bytes(&hex("07000000 ffffffff 00000000")).is_err());
}
