//! Predefined types with their ids.

use typelang_golden::boxed::{
    functions::{GetBare, GetInt, GetInts, GetTrue, GetVectors},
    types::{Optional, Values, Vectors},
};
use typelang_runtime::{Bare, BareVec, Decode, Encode, ErrorKind, Function, WithId};

use super::{assert_exact, hex};

const INT: &str = "da9b50a8";
const LONG: &str = "ba6c0722";
const TRUE: &str = "39d3ed3f";
/// The schema's own id.
const STRING: &str = "78563412";

fn values() -> Values {
    Values {
        int: 5,
        long: 5,
        double: 1.0,
        string: "abc".to_owned(),
        bytes: vec![1, 2, 3, 4],
        r#true: (),
        int128: [7; 16],
    }
}

fn values_bytes() -> String {
    let int128 = "84ccf7b7".to_owned() + &"07".repeat(16);
    let (id, rest) = int128.split_at(8);
    let id: String =
        id.as_bytes().chunks(2).rev().map(|pair| str::from_utf8(pair).unwrap()).collect();
    format!(
        "{INT} 05000000 {LONG} 05000000 00000000 54c11022 00000000 0000f03f
         {STRING} 03616263 82bb37e9 04010203 04000000 {TRUE} {id} {rest}"
    )
}

#[test]
fn the_id_comes_before_the_value() {
    assert_exact(&values(), &format!("01000000 {}", values_bytes()));
}

#[test]
fn elements_have_ids_where_they_are_boxed() {
    let value = Vectors { ints: vec![5], bare: vec![-2], trues: vec![(), ()] };
    let bytes = format!(
        "02000000 15c4b51c 01000000 {INT} 05000000 01000000 {LONG} feffffff ffffffff
         15c4b51c 02000000 {TRUE} {TRUE}"
    );
    assert_exact(&value, &bytes);
}

#[test]
fn a_boxed_true_behind_a_bit_is_its_id() {
    let none = Optional { there: None, number: None, a_and_b: None };
    assert_exact(&none, "03000000 00000000");
    let value = Optional { there: Some(()), number: Some(1), a_and_b: Some((2, ())) };
    let bytes = format!("03000000 07000000 {TRUE} {LONG} 01000000 00000000 {INT} 02000000 {TRUE}");
    assert_exact(&value, &bytes);
}

#[test]
fn another_id_is_an_error() {
    let error = Vectors::from_bytes(&hex("02000000 15c4b51c 01000000 ba6c0722 05000000"));
    let error = error.unwrap_err();
    let kind = ErrorKind::WrongId { found: 0x2207_6cba, expected: 0xa850_9bda };
    assert_eq!((error.kind(), error.offset()), (kind, 12));
}

#[test]
fn responses_are_what_the_schema_says() {
    let reply = hex(&format!("{INT} 05000000"));
    assert_eq!(GetInt.read_response(&reply), Ok(WithId(5)));
    assert_eq!(WithId::<0xa850_9bda, i32>(5).to_bytes(), reply);
    assert_eq!(GetTrue.read_response(&hex(TRUE)), Ok(WithId(())));
    let reply = hex(&format!("15c4b51c 01000000 {INT} 05000000"));
    assert_eq!(GetInts.read_response(&reply), Ok(vec![WithId(5)]));
    let reply = hex(&format!("15c4b51c 01000000 {}", values_bytes()));
    assert_eq!(GetBare.read_response(&reply), Ok(vec![Bare(values())]));
    let reply = hex("15c4b51c 02000000 01000000 01000000 00000000");
    assert_eq!(GetVectors.read_response(&reply), Ok(vec![BareVec(vec![1]), BareVec(vec![])]));
}
