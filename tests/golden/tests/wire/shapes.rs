//! Types with one constructor, with several, and with none that has fields, as the compiler sees them.

use core::any::type_name;

use typelang_golden::shapes::{
    enums::{Colour, InputPeer, User},
    types::{self, AnotherName, Empty, Only, UserFull},
};
use typelang_runtime::{Combinator, Encode};

#[test]
fn a_type_with_one_constructor_is_its_struct() {
    assert_eq!(Only { x: 1 }.to_bytes()[4..], [1, 0, 0, 0]);
    assert_eq!(Empty.to_bytes(), Empty::ID.to_le_bytes());
    assert!(type_name::<AnotherName>().ends_with("types::AnotherName"));
}

#[test]
fn a_type_of_many_is_an_enum() {
    let colours = [Colour::Red, Colour::Green, Colour::Blue];
    assert_eq!(size_of_val(&colours), 3);
    let full = UserFull { user: User::Empty, about: String::new() };
    assert_eq!(full.to_bytes().len(), 12);
    let user = User::User(Box::new(types::User { id: 1, name: "n".to_owned() }));
    assert_ne!(UserFull { user, ..full.clone() }, full);
    assert_eq!(InputPeer::InputPeerSelf.to_bytes().len(), 4);
}
