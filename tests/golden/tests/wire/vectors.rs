//! Vectors and their elements, with and without ids.

use typelang_golden::vectors::{
    enums::Sum,
    types::{Bare, BareElements, Boxed, Empty, Item, Nested, Optional, Other, Spelled, Trues},
};

use super::assert_exact;

fn items() -> Vec<Item> {
    vec![Item { x: 5 }, Item { x: 6 }]
}

fn sums() -> Vec<Sum> {
    vec![Sum::One, Sum::Other(Other { x: 7 })]
}

#[test]
fn boxed_vectors_have_their_id_and_boxed_elements_theirs() {
    let value = Boxed {
        ints: vec![1, -1],
        items: items(),
        sums: sums(),
        bools: vec![true, false],
        strings: vec!["a".to_owned()],
    };
    assert_exact(
        &value,
        "10000000 15c4b51c 02000000 01000000 ffffffff
         15c4b51c 02000000 01000000 05000000 01000000 06000000
         15c4b51c 02000000 03000000 04000000 07000000
         15c4b51c 02000000 b5757299 379779bc
         15c4b51c 01000000 01610000",
    );
}

#[test]
fn bare_vectors_have_none() {
    let value = Bare { ints: vec![1], items: items(), sums: sums() };
    assert_exact(
        &value,
        "11000000 01000000 01000000
         02000000 01000000 05000000 01000000 06000000
         02000000 03000000 04000000 07000000",
    );
}

#[test]
fn bare_elements_have_none() {
    let value = BareElements {
        items: items(),
        percent: items(),
        both: items(),
        none: vec![Empty, Empty, Empty],
    };
    assert_exact(
        &value,
        "12000000 15c4b51c 02000000 05000000 06000000
         15c4b51c 02000000 05000000 06000000
         02000000 05000000 06000000 03000000",
    );
}

#[test]
fn vectors_in_vectors() {
    let value = Nested {
        ints: vec![vec![1], vec![]],
        mixed: vec![vec![2, 3]],
        inner: vec![items()],
        bare: vec![vec![items()], vec![]],
    };
    assert_exact(
        &value,
        "13000000 15c4b51c 02000000 15c4b51c 01000000 01000000 15c4b51c 00000000
         15c4b51c 01000000 02000000 02000000 03000000
         01000000 15c4b51c 02000000 05000000 06000000
         02000000 01000000 02000000 05000000 06000000 00000000",
    );
}

#[test]
fn spellings_of_vectors() {
    let value = Spelled { a: vec![1], b: vec![2], c: vec![3] };
    let bytes = "14000000 15c4b51c 01000000 01000000 01000000 02000000 01000000 03000000";
    assert_exact(&value, bytes);
}

#[test]
fn optional_vectors_may_be_empty() {
    let value = Optional { a: Some(vec![]), b: Some(vec![]), c: Some(vec![]) };
    assert_exact(&value, "15000000 07000000 15c4b51c 00000000 00000000 15c4b51c 00000000");
    let value = Optional { a: None, b: Some(items()), c: Some(vec![sums(), vec![]]) };
    assert_exact(
        &value,
        "15000000 06000000 02000000 05000000 06000000
         15c4b51c 02000000 02000000 03000000 04000000 07000000 00000000",
    );
    assert_exact(&Optional { a: None, b: None, c: None }, "15000000 00000000");
}

#[test]
fn elements_without_bytes_are_counted() {
    let value = Trues { a: vec![(); 3], b: (), c: Some(vec![()]) };
    assert_exact(&value, "16000000 15c4b51c 03000000 01000000 15c4b51c 01000000");
}
