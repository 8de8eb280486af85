//! Flag bits from first to last, and the fields that depend on them.

use typelang_golden::flags::types::{Last, Sample};
use typelang_runtime::{Decode, ErrorKind, Options, Strictness};

use super::{assert_exact, hex};

fn nothing() -> Sample {
    Sample { a: None, b: false, c: None, d: None, e: None, f: None, g: None, h: None }
}

#[test]
fn absent_fields_take_no_bytes() {
    assert_exact(&nothing(), "01000000 00000000");
}

#[test]
fn first_and_last_bit() {
    assert_exact(&Sample { a: Some(5), ..nothing() }, "01000000 01000000 05000000");
    let last = Sample { h: Some(-2), ..nothing() };
    assert_exact(&last, "01000000 00000080 feffffff ffffffff");
    assert_exact(&Last { a: true }, "02000000 00000080");
    assert_exact(&Last { a: false }, "02000000 00000000");
}

#[test]
fn true_is_its_bit_and_bool_is_a_value_behind_one() {
    assert_exact(&Sample { b: true, ..nothing() }, "01000000 02000000");
    assert_exact(&Sample { c: Some(true), ..nothing() }, "01000000 04000000 b5757299");
    assert_exact(&Sample { c: Some(false), ..nothing() }, "01000000 04000000 379779bc");
}

#[test]
fn an_empty_vector_is_there() {
    let some = Sample { d: Some(vec![]), ..nothing() };
    assert_exact(&some, "01000000 08000000 15c4b51c 00000000");
    assert_ne!(some, nothing());
    let empty_text = Sample { e: Some(String::new()), ..nothing() };
    assert_exact(&empty_text, "01000000 10000000 00000000");
}

#[test]
fn all_fields_in_the_order_of_the_schema() {
    let all = Sample {
        a: Some(1),
        b: true,
        c: Some(true),
        d: Some(vec![2, 3]),
        e: Some("four".to_owned()),
        f: Some(Box::new(nothing())),
        g: Some(1.0),
        h: Some(6),
    };
    assert_exact(
        &all,
        "01000000 3f0000c0 01000000 b5757299 15c4b51c 02000000 02000000 03000000
         04666f75 72000000 01000000 00000000 00000000 0000f03f 06000000 00000000",
    );
}

#[test]
fn bits_without_a_field_are_ignored_unless_strict() {
    let bytes = hex("01000000 40000000");
    assert_eq!(Sample::from_bytes(&bytes), Ok(nothing()));
    let strict = Options::DEFAULT.strictness(Strictness::Strict);
    let error = Sample::from_bytes_with(&bytes, &strict).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::UnknownFlags { bits: 0x40 }, 4));
}
