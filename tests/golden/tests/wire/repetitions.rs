//! Repetitions: values one after another.

use typelang_golden::repetitions::{
    SCHEMA,
    types::{
        Both, Constant, Counted, Implicit, Leaf, Maybe, Mixed, Nested, Optional, Sum, Three, Tree,
        Zero,
    },
};
use typelang_runtime::{Decode, ErrorKind, FreeBits};

use super::{assert_agrees, assert_exact, assert_refused, assert_unused, count, hex, presence};

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
    assert_agrees(&value, &format!("03000000 01000000 02000000 03000000 01610000 00000000 {rest}"));
    // A long repetition is a vector, which must have the length in the schema.
    for len in [0, 99, 101] {
        let other = Constant { d: vec![0; len], ..value.clone() };
        assert_refused(&other, "d", count(100, len));
        assert_ne!(other, value);
    }
}

#[test]
fn a_number_without_a_name_counts_what_follows() {
    let value = Implicit { values: vec![1], y: vec![2] };
    assert_exact(&value, "04000000 01000000 01000000 01000000 da9b50a8 02000000");
}

#[test]
fn rows_have_the_length_of_the_first_one() {
    let value = Nested { a: vec![vec![1, 2], vec![3, 4]], b: [[5, 6, 7], [8, 9, 10]] };
    let words = [5, 2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(super::id).concat();
    assert_agrees(&value, &words);
    let jagged = Nested { a: vec![vec![1, 2], vec![3], vec![]], ..value.clone() };
    assert_refused(&jagged, "a[1]", count(2, 1));
    assert_ne!(jagged, Nested { a: vec![vec![1, 2], vec![3, 0], vec![]], ..value.clone() });
    assert_eq!(jagged.clone(), jagged);
    assert_refused(&Nested { a: vec![vec![], vec![3]], ..value.clone() }, "a[1]", count(0, 1));
    // Without a row, nothing determines the number of columns.
    let words = [5, 0, 7, 5, 6, 7, 8, 9, 10].map(super::id).concat();
    let empty = Nested { a: vec![], ..value };
    assert_eq!(Nested::from_bytes(&hex(&words)).as_ref(), Ok(&empty));
    assert_agrees(&empty, &[5, 0, 0, 5, 6, 7, 8, 9, 10].map(super::id).concat());
    assert_unused::<Nested>(&SCHEMA, &hex(&words), 7, 36);
}

#[test]
fn a_repetition_may_be_absent() {
    let flags = FreeBits::from_bits(4).unwrap();
    let value = Optional { flags, a: Some(vec![1, 2]), b: Some([3, 4, 5]) };
    let words = [6, 7, 2, 1, 2, 3, 4, 5].map(super::id).concat();
    assert_exact(&value, &words);
    assert_exact(
        &Optional { flags: FreeBits::EMPTY, a: None, b: None },
        "06000000 00000000 00000000",
    );
    let value = Maybe { flags: FreeBits::EMPTY, a: vec![9] };
    assert_exact(&value, "0a000000 01000000 01000000 09000000");
    let flags = FreeBits::from_bits(2).unwrap();
    assert_exact(&Maybe { flags, a: vec![] }, "0a000000 02000000");
}

#[test]
fn sums_and_other_uses_of_a_number() {
    assert_agrees(&Sum { a: vec![2, 3] }, "07000000 01000000 02000000 03000000");
    assert_agrees(&Sum { a: vec![2] }, "07000000 00000000 02000000");
    assert_refused(&Sum { a: vec![] }, "a", count(1, 0));
    let value = Mixed { x: Some(7), y: vec![8], t: false };
    assert_agrees(&value, "09000000 01000000 07000000 08000000");
    assert_refused(&Mixed { x: None, ..value.clone() }, "x", presence(0, false));
    assert_refused(&Mixed { t: true, ..value }, "t", presence(1, true));
    let value = Mixed { x: None, y: vec![8, 9], t: true };
    assert_agrees(&value, "09000000 02000000 08000000 09000000");
    assert_exact(&Zero { a: vec![(); 2], b: [(); 3] }, "08000000 02000000");
}

#[test]
fn trees_repeat_themselves() {
    let leaf = |parts| Tree { parts, pair: None, leaves: [Leaf { x: 1 }, Leaf { x: 2 }] };
    assert_agrees(&leaf(vec![]), "0c000000 00000000 01000000 02000000");
    let empty = "0c000000 00000000 01000000 02000000";
    let pair = Some(vec![leaf(vec![]), leaf(vec![])]);
    let value = Tree { pair, ..leaf(vec![leaf(vec![])]) };
    let bytes = format!("0c000000 01000000 {empty} {empty} {empty} 01000000 02000000");
    assert_agrees(&value, &bytes);
    assert_refused(&Tree { pair: Some(vec![]), ..value.clone() }, "pair", count(2, 0));
    assert_refused(&Tree { pair: None, ..value.clone() }, "pair", presence(0, false));
    let deep = leaf(vec![value.clone(), leaf(vec![]), Tree { pair: None, ..value }]);
    assert_refused(&Tree { pair: Some(vec![]), ..deep }, "parts[2].pair", presence(0, false));
}

#[test]
fn a_number_that_the_bytes_cannot_hold_is_an_error() {
    let error = Counted::from_bytes(&hex("01000000 00000080 01000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 0x8000_0000 });
    let error = Zero::from_bytes(&hex("08000000 ffffffff")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    let error = Nested::from_bytes(&hex("05000000 ffffffff 00000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::ElementLimit);
    let error = Sum::from_bytes(&hex("07000000 ffffffff 00000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::SumTooLarge { number: u32::MAX, plus: 1 });
}
