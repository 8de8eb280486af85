//! Which types there are, as the compiler sees them, and what methods return.

use core::any::type_name;

use typelang_golden::{
    docs, namespaces, prelude, responses, shapes,
    shapes::{
        enums::{Colour, InputPeer, User},
        types::{AnotherName, Empty, Only, UserFull},
    },
    sizes, wrappers,
};
use typelang_runtime::{Combinator, Decode, Encode, Function, Vec};

use super::{assert_exact, id};

/// Compiles if `F` returns `R`.
const fn returns<F: Function<Response = R>, R>() {}

const _: () = {
    use responses::{enums::Status, functions as f, types::User};
    returns::<f::GetBool, bool>();
    returns::<f::GetInts, Vec<i32>>();
    returns::<f::GetLongs, Vec<i64>>();
    returns::<f::GetStrings, Vec<String>>();
    returns::<f::GetUser, User>();
    returns::<f::GetUsers, Vec<User>>();
    returns::<f::GetStatus, Status>();
    returns::<f::GetStatuses, Vec<Status>>();
    returns::<f::GetNested, Vec<Vec<User>>>();
    returns::<f::GetObject, typelang_runtime::Object>();
};

const _: () = {
    use wrappers::{functions as f, types::Config};
    type Nested = f::InvokeAfter<f::InvokeWithLayer<f::InitConnection<f::GetConfig>>>;
    returns::<Nested, Config>();
    returns::<&Nested, Config>();
    returns::<f::InvokeWithLayer<&f::InitConnection<&f::Add>>, Vec<i32>>();
    returns::<f::Many<f::Many<f::GetConfig>>, Vec<Vec<Config>>>();
    returns::<f::Two<f::GetConfig, f::Add>, Vec<i32>>();
};

const _: () = {
    returns::<namespaces::functions::a::b::Get, namespaces::types::x::y::z::Deep>();
    returns::<namespaces::functions::x::y::z::Get, Vec<namespaces::enums::x::y::z::Choice>>();
    returns::<namespaces::functions::types_::enums_::functions_::Get, namespaces::types::Root>();
    returns::<prelude::functions::String, prelude::enums::Result>();
};

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
    let user = User::User(Box::new(shapes::types::User { id: 1, name: "n".to_owned() }));
    assert_ne!(UserFull { user, ..full.clone() }, full);
    assert_eq!(InputPeer::InputPeerSelf.to_bytes().len(), 4);
}

#[test]
fn enums_are_small_whatever_they_hold() {
    assert!(size_of::<sizes::enums::Sum>() <= 32);
    assert!(size_of::<sizes::enums::Wide>() <= 16);
    assert_eq!(size_of::<sizes::types::Medium>(), 96);
    assert_eq!(size_of::<sizes::types::Large>(), 264);
}

/// Structs of more than 256 bytes are behind a pointer, those of more than 80 where they may be absent.
#[test]
fn structs_are_boxed_by_size() {
    let large = || sizes::types::Large::from_bytes(&[&LARGE[..], &[0; 44]].concat()).unwrap();
    let medium = || sizes::types::Medium {
        a: String::new(),
        b: String::new(),
        c: String::new(),
        d: String::new(),
    };
    let holder = sizes::types::Holder {
        large: Box::new(large()),
        maybe: Some(Box::new(large())),
        medium: medium(),
        maybe_medium: Some(Box::new(medium())),
        many: vec![large()],
        bare: Box::new(large()),
    };
    assert_eq!(sizes::types::Holder::from_bytes(&holder.to_bytes()), Ok(holder));
}

const LARGE: [u8; 4] = sizes::types::Large::ID.to_le_bytes();

#[test]
fn types_of_every_size_come_back() {
    use sizes::{
        enums::Sum,
        types::{OfSums, OneText, Texts},
    };
    let texts = Sum::Texts(Box::new(Texts { a: "a".to_owned(), b: "b".to_owned() }));
    let value = OfSums { a: texts, b: Some(Sum::OneText(OneText { a: "c".to_owned() })) };
    let ids = [OfSums::ID, Texts::ID, OneText::ID].map(id);
    let bytes = format!("{} {} 01610000 01620000 01000000 {} 01630000", ids[0], ids[1], ids[2]);
    assert_exact(&value, &bytes);
}

#[test]
fn names_are_found_by_id() {
    let get = namespaces::functions::a::b::Get::ID;
    assert_eq!(namespaces::name_of(get), Some("a.b.get"));
    assert_eq!(namespaces::functions::a::b::Get::NAME, "a.b.get");
    assert_eq!(namespaces::name_of(1), None);
    assert_eq!(docs::LAYER, 7);
}
