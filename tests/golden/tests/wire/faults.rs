//! Errors say what was found, where, and what was expected.

use typelang_golden::{
    recursion::enums::RichText,
    vectors::{
        enums::Sum,
        types::{Bare, Boxed, Item},
    },
};
use typelang_runtime::{Decode, Encode, ErrorKind};

use super::hex;

#[test]
fn an_id_of_no_constructor() {
    let error = Sum::from_bytes(&hex("efbeadde")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xdead_beef });
    assert_eq!((error.offset(), error.expected()), (0, "Sum"));
    assert_eq!(error.found_id(), Some(0xdead_beef));
    assert!(error.to_string().contains("expected Sum at byte 0"), "{error}");
    assert!(error.to_string().contains("deadbeef"), "{error}");
}

#[test]
fn an_id_of_no_constructor_deep_inside() {
    let bytes = hex("11000000 00000000 00000000 02000000 03000000 efbeadde");
    let error = Bare::from_bytes(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 0xdead_beef });
    assert_eq!((error.offset(), error.expected()), (20, "Sum"));
}

/// The id of another type's constructor is as wrong as any other id.
#[test]
fn an_id_of_another_type() {
    let error = Item::from_bytes(&Sum::One.to_bytes()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 3, expected: 1 });
    assert_eq!((error.offset(), error.expected()), (0, "item"));
    let error = Sum::from_bytes(&Item { x: 1 }.to_bytes()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnknownId { found: 1 });
}

#[test]
fn a_vector_without_its_id() {
    let error = Boxed::from_bytes(&hex("10000000 01000000 01000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 1, expected: 0x1cb5_c415 });
    assert_eq!((error.offset(), error.expected()), (4, "Vector"));
}

#[test]
fn a_count_that_the_bytes_cannot_hold() {
    let error = Bare::from_bytes(&hex("11000000 00000000 ffffff7f 00000000")).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::CountTooLarge { count: 0x7fff_ffff });
}

#[test]
fn text_that_is_not_utf_8() {
    let error = RichText::from_bytes(&hex("01000000 01ff0000")).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::InvalidUtf8, 4));
}
