//! Text that is shared, or has the user's own type.

use bytes::Bytes;
use compact_str::CompactString;
use typelang_golden::other_text::types::{User, Users};
use typelang_runtime::{Combinator, Decode, Encode, ErrorKind};

use super::{hex, id};

#[test]
fn types_of_the_users_choice_hold_text() {
    let users = Users {
        names: vec![CompactString::new("Ann"), CompactString::default()],
        photos: Some(vec![Bytes::from_static(&[1, 2])]),
        first: Some(CompactString::new("a name of more than twenty-four bytes")),
    };
    let bytes = users.to_bytes();
    assert_eq!(Users::from_bytes(&bytes).as_ref(), Ok(&users));
    let buffer = Bytes::from(bytes);
    let shared = Users::from_shared(&buffer).unwrap();
    assert_eq!(shared, users);
    let photo = &shared.photos.unwrap()[0];
    assert!(
        buffer.as_ptr_range().contains(&photo.as_ptr()),
        "the photo is not a part of the buffer"
    );
}

#[test]
fn text_of_the_users_choice_is_checked_as_usual() {
    let bad = hex(&format!("{} 02c328ff 00000000", id(User::ID)));
    let error = User::from_bytes(&bad).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidUtf8);
    assert_eq!(error.offset(), 4);
}
