//! Predefined types.

use typelang_golden::primitives::types::{Any, Arrays, Logic, Numbers, Texts};
use typelang_runtime::{Decode, Encode, Object};

use super::{assert_exact, hex};

#[test]
fn numbers_are_little_endian() {
    let value = Numbers { int: -1, long: 0x0102_0304_0506_0708, double: 1.0, nat: 0x8000_0001 };
    assert_exact(&value, "01000000 ffffffff 08070605 04030201 00000000 0000f03f 01000080");
}

#[test]
fn texts_are_padded_to_words() {
    let value = Texts { string: "abc".to_owned(), bytes: vec![0xff, 0] };
    assert_exact(&value, "02000000 03616263 02ff0000");
    let long = Texts { string: "a".repeat(254), bytes: vec![] };
    assert_exact(&long, &format!("02000000 fefe0000 {}0000 00000000", "61".repeat(254)));
}

#[test]
fn arrays_are_bytes_as_they_come() {
    let mut int256 = [0; 32];
    int256[0] = 1;
    let value = Arrays { int128: [7; 16], int256 };
    let bytes = format!("03000000 {} 01000000 {}", "07".repeat(16), "00".repeat(28));
    assert_exact(&value, &bytes);
}

#[test]
fn true_takes_no_bytes() {
    assert_exact(&Logic { yes: true, nothing: () }, "04000000 b5757299");
    assert_exact(&Logic { yes: false, nothing: () }, "04000000 379779bc");
}

#[test]
fn objects_are_kept_as_their_bytes() {
    let inner = Logic { yes: true, nothing: () };
    let any = Any { id: 1, object: Object::new(&inner) };
    let bytes = hex("05000000 01000000 04000000 b5757299");
    assert_eq!(any.to_bytes(), bytes);
    let read = Any::from_bytes(&bytes).unwrap();
    assert_eq!(read, any);
    assert_eq!(read.object.decode_as::<Logic>(), Ok(inner));
}

#[test]
fn values_are_equal_if_their_bytes_are() {
    let number = |double| Numbers { int: 0, long: 0, double, nat: 0 };
    assert_eq!(number(f64::NAN), number(f64::NAN));
    assert_ne!(number(0.0), number(-0.0));
    assert_ne!(number(0.0), Numbers { nat: 1, ..number(0.0) });
}
