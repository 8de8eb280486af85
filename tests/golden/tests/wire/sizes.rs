//! Values that are inline, and values behind a pointer.

use typelang_golden::sizes::{
    enums::{Sum, Wide},
    types::{Holder, Large, Medium, OfSums, OneText, Texts},
};
use typelang_runtime::{Combinator, Decode, Encode};

use super::{assert_exact, id};

const LARGE: [u8; 4] = Large::ID.to_le_bytes();

#[test]
fn enums_are_small_whatever_they_hold() {
    assert!(size_of::<Sum>() <= 32);
    assert!(size_of::<Wide>() <= 16);
    assert_eq!(size_of::<Medium>(), 96);
    assert_eq!(size_of::<Large>(), 264);
}

/// Structs of more than 256 bytes are behind a pointer, and so are optional ones of more than 80.
#[test]
fn structs_are_boxed_by_size() {
    let large = || Large::from_bytes(&[&LARGE[..], &[0; 44]].concat()).unwrap();
    let medium =
        || Medium { a: String::new(), b: String::new(), c: String::new(), d: String::new() };
    let holder = Holder {
        large: Box::new(large()),
        maybe: Some(Box::new(large())),
        medium: medium(),
        maybe_medium: Some(Box::new(medium())),
        many: vec![large()],
        bare: Box::new(large()),
    };
    assert_eq!(Holder::from_bytes(&holder.to_bytes()), Ok(holder));
}

#[test]
fn types_of_every_size_come_back() {
    let texts = Sum::Texts(Box::new(Texts { a: "a".to_owned(), b: "b".to_owned() }));
    let value = OfSums { a: texts, b: Some(Sum::OneText(OneText { a: "c".to_owned() })) };
    let ids = [OfSums::ID, Texts::ID, OneText::ID].map(id);
    let bytes = format!("{} {} 01610000 01620000 01000000 {} 01630000", ids[0], ids[1], ids[2]);
    assert_exact(&value, &bytes);
}
