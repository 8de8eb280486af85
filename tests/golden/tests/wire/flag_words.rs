//! Several flag words, at any place and of any name.

use typelang_golden::flag_words::types::{Late, OtherName, Reversed, Two};

use super::assert_exact;

#[test]
fn each_word_has_its_own_bits() {
    let value = Two { a: None, b: Some(7), c: None };
    assert_exact(&value, "01000000 00000000 01000000 07000000");
    let value = Two { a: Some(1), b: None, c: Some("x".to_owned()) };
    assert_exact(&value, "01000000 03000000 01000000 00000000 01780000");
}

#[test]
fn a_word_stands_where_the_schema_has_it() {
    assert_exact(&Late { id: 9, a: Some(3) }, "02000000 09000000 08000000 03000000");
    assert_exact(&Late { id: 9, a: None }, "02000000 09000000 00000000");
    let value = Reversed { a: 1, b: Some(2), c: Some(3) };
    assert_exact(&value, "04000000 01000000 01000000 01000000 02000000 03000000");
    let value = Reversed { a: 1, b: None, c: Some(3) };
    assert_exact(&value, "04000000 01000000 01000000 00000000 03000000");
}

#[test]
fn a_word_may_have_any_name() {
    assert_exact(&OtherName { a: Some(1), b: true }, "03000000 81000000 01000000");
}
