//! Flag words and what depends on them.

use typelang_golden::{
    flag_words::types::{Late, OtherName, Reversed, Two},
    flags::types::{Last, Sample},
    free_words::{
        functions::GetBlocks,
        types::{Beside, Counted, Optional},
    },
    locals::types::{Clash, Grouped, TwoWords},
};
use typelang_runtime::{Combinator, Decode, ErrorKind, Options, Strictness};

use super::{assert_exact, hex, id};

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

#[test]
fn a_word_without_bits_is_a_number() {
    assert_exact(&Counted { count: 0xffff_ffff, id: 1 }, "01000000 ffffffff 01000000");
    let value = Beside { count: 2, a: Some(3) };
    assert_exact(&value, "02000000 01000000 02000000 03000000");
    let value = Optional { count: Some(4), counts: vec![5] };
    assert_exact(&value, "03000000 01000000 04000000 15c4b51c 01000000 05000000");
    assert_exact(&GetBlocks { mode: 6 }, "04000000 06000000");
}

/// Fields called like the variables of the generated code are not mixed up with them.
#[test]
fn names_of_fields_do_not_touch_the_code() {
    let clash = Clash { id: 1, reader: Some(2), reader_: Some(3), value: 4, value_: 5 };
    let mut swapped = clash.clone();
    core::mem::swap(&mut swapped.value, &mut swapped.value_);
    assert_ne!(clash, swapped);
    let bytes = "01000000 03000000 02000000 03000000 04000000 05000000";
    assert_exact(&clash, &format!("{} {bytes}", id(Clash::ID)));
    let two = TwoWords { x: Some(1), y: None };
    assert_exact(&two, &format!("{} 01000000 00000000 01000000", id(TwoWords::ID)));
    let two = TwoWords { x: None, y: Some(1) };
    assert_exact(&two, &format!("{} 00000000 01000000 01000000", id(TwoWords::ID)));
    let grouped =
        Grouped { value_and_reader: Some(("v".to_owned(), vec![1])), self_and_tl: None, id: 7 };
    let bytes = format!("{} 01000000 01760000 01010000 07000000", id(Grouped::ID));
    assert_exact(&grouped, &bytes);
}
