//! Repetitions of several fields.

use typelang_golden::rows::{
    functions::Send,
    types::{
        Constant, ConstantRow, Deep, DeepA, DeepB, Flagged, FlaggedX, Marks, MarksAll, Own,
        OwnRows, Pairs, PairsA, SendItems,
    },
};
use typelang_runtime::FreeBits;

use super::{assert_agrees, assert_exact, assert_refused, count, presence, words};

/// The row of the TL reference.
#[test]
fn rows_of_several_fields_are_structs() {
    let row = |k, v: &str| PairsA { k, v: v.to_owned() };
    let value = Pairs { a: vec![row(1, "a"), row(2, "b")] };
    assert_exact(&value, "01000000 02000000 01000000 01610000 02000000 01620000");
    let row = |x, y| ConstantRow { x, y };
    assert_exact(&Constant { values: [row(1, 2), row(3, 4)] }, &words(&[5, 1, 2, 3, 4]));
    let item = SendItems { id: 1, name: "a".to_owned() };
    assert_exact(&Send { items: vec![item] }, "06000000 01000000 01000000 00000000 01610000");
    let rows = vec![OwnRows { b: vec![7], c: Some(8) }, OwnRows { b: vec![], c: None }];
    assert_agrees(&Own { rows }, &words(&[3, 2, 1, 7, 8, 0]));
    let rows = vec![OwnRows { b: vec![], c: None }, OwnRows { b: vec![], c: Some(8) }];
    assert_refused(&Own { rows }, "rows[1].c", presence(0, true));
}

#[test]
fn rows_go_by_the_numbers_around_them() {
    let row = |y, z| FlaggedX { y, z };
    let flags = FreeBits::EMPTY;
    let value = Flagged { flags, id: Some(9), x: vec![row(Some(1), 2), row(Some(3), 4)] };
    assert_agrees(&value, &words(&[2, 1, 2, 9, 1, 2, 3, 4]));
    assert_agrees(&Flagged { flags, id: None, x: vec![row(None, 2)] }, &words(&[2, 0, 1, 2]));
    let value = Flagged { flags, id: None, x: vec![row(None, 2), row(Some(1), 2)] };
    assert_refused(&value, "x[1].y", presence(0, true));
    let inner = |y| DeepB { y, c: vec![3], z: 4 };
    let value = Deep { a: vec![DeepA { x: 5, b: vec![inner(6), inner(7)] }] };
    assert_agrees(&value, &words(&[4, 1, 2, 5, 6, 3, 4, 7, 3, 4]));
    let two = DeepB { y: 1, c: vec![3, 4], z: 4 };
    let value = Deep { a: vec![DeepA { x: 5, b: vec![inner(6), two] }] };
    assert_refused(&value, "a[0].b[1].c", count(1, 2));
}

/// Rows of this kind have no bytes.
#[test]
fn rows_without_bytes_say_what_their_number_says() {
    let all = |on, count| Marks { all: vec![MarksAll { on }; count] };
    assert_agrees(&all(true, 4), &words(&[7, 4]));
    assert_agrees(&all(false, 3), &words(&[7, 3]));
    assert_refused(&all(false, 4), "all[0].on", presence(2, false));
}
