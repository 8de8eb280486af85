//! A build script's requests change the code but not the bytes.

use core::hash::{Hash, Hasher};
use std::hash::DefaultHasher;

use typelang_golden::requests::{
    enums::Reply,
    functions::messages::SendText,
    types::{self, Photo},
};
use typelang_runtime::{Decode, Encode};

use super::{assert_exact, hex, id};

fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[test]
fn a_field_behind_a_box_has_the_bytes_of_one_that_is_not() {
    let photo = format!("{} 02000000 00000000 00000000 0000f83f", id(0x87e8_6175));
    let bytes = hex(&format!("{} 01000000 00000000 {photo}", id(0xd8ed_1c35)));
    let person = types::Person::from_bytes(&bytes).unwrap();
    assert_eq!(person.picture, Box::new(Photo { id: 2, width: 1.5 }));
    assert_eq!(person.to_bytes(), bytes);
}

#[test]
fn hashes_agree_with_equality_where_floats_would_keep_them_from_being_derived() {
    let photo = |width| Photo { id: 1, width };
    assert_eq!(hash(&photo(f64::NAN)), hash(&photo(f64::NAN)));
    assert_ne!(hash(&photo(0.0)), hash(&photo(-0.0)));
    let text = |text: &str| SendText { text: text.to_owned() };
    assert_ne!(hash(&text("a")), hash(&text("b")));
}

#[test]
fn names_and_derives_are_the_users() {
    let text = |text: &str| SendText { text: text.to_owned() };
    assert!(text("a") < text("b"));
    assert_exact(&text("a"), &format!("{} 01610000", id(0xd82b_2c0a)));
    assert_exact(&Reply::Nothing, &id(0xa9eb_066f));
}
