//! What the generator may rely on, shown by hand-written stand-ins for its output, as another crate sees them.

#![forbid(unsafe_code)]

use std::panic::{AssertUnwindSafe, catch_unwind};

mod stand_ins;

use stand_ins::{enums, functions, types};
use typelang_runtime::{Decode, Encode, Function, tl};

fn user() -> types::User {
    types::User { bot: true, id: 7, username: Some("ann".to_owned()), photos: Some(vec![]) }
}

#[test]
fn struct_with_flags_is_exact() {
    let bytes = user().to_bytes();
    let expected = [
        0x01, 0, 0, 0xee, // id
        0b111, 0, 0, 0, // flags
        7, 0, 0, 0, 0, 0, 0, 0, // id:long
        3, b'a', b'n', b'n', // username
        0x15, 0xc4, 0xb5, 0x1c, 0, 0, 0, 0, // photos
    ];
    assert_eq!(bytes, expected);
    assert_eq!(types::User::from_bytes(&bytes), Ok(user()));
}

#[test]
fn empty_vector_differs_from_none() {
    let none = types::User { photos: None, ..user() };
    assert_ne!(none.to_bytes(), user().to_bytes());
    assert_eq!(types::User::from_bytes(&none.to_bytes()), Ok(none));
}

#[test]
fn every_way_of_writing_agrees() {
    let bytes = user().to_bytes();
    assert_eq!(user().encoded_len(), bytes.len());
    let mut appended = vec![1];
    user().encode_into(&mut appended);
    assert_eq!(appended[1..], bytes);
    let mut slice = [0; 64];
    assert_eq!(user().encode_to_slice(&mut slice), Ok(bytes.len()));
    assert_eq!(slice[..bytes.len()], bytes);
    for len in 0..bytes.len() {
        let error = user().encode_to_slice(&mut slice[..len]).unwrap_err();
        assert_eq!(error.needed(), bytes.len());
    }
}

#[test]
fn wrappers_nest_and_answer_with_the_innermost_response() {
    let call = functions::InvokeWithLayer {
        layer: 222,
        query: functions::InitConnection::sample(functions::GetUsers { ids: vec![1] }),
    };
    let bytes = call.to_bytes();
    assert_eq!(
        functions::InvokeWithLayer::<functions::InitConnection<functions::GetUsers>>::from_bytes(
            &bytes
        ),
        Ok(call.clone())
    );
    let reply = vec![user()].to_bytes();
    let users: Vec<types::User> = call.read_response(&reply).unwrap();
    assert_eq!(users, [user()]);
}

#[test]
fn wrappers_borrow_their_query() {
    let query = functions::GetUsers { ids: vec![1, 2] };
    let call = functions::InvokeWithLayer { layer: 1, query: &query };
    let owned = functions::InvokeWithLayer { layer: 1, query: query.clone() };
    assert_eq!(call.to_bytes(), owned.to_bytes());
    assert_eq!(call.read_response(&Vec::<types::User>::new().to_bytes()), Ok(vec![]));
}

#[test]
fn servers_read_wrappers_of_unknown_queries() {
    let query = functions::GetUsers { ids: vec![1, 2] };
    let bytes = functions::InvokeWithLayer { layer: 1, query: &query }.to_bytes();
    let call = functions::InvokeWithLayer::<tl::Object>::from_bytes(&bytes).unwrap();
    assert_eq!(call.query.decode_as::<functions::GetUsers>(), Ok(query));
    assert_eq!(call.to_bytes(), bytes);
}

#[test]
fn recursive_enums_come_back() {
    let text = enums::RichText::Concat(Box::new(types::TextConcat {
        texts: vec![
            enums::RichText::Empty,
            enums::RichText::Bold(Box::new(types::TextBold {
                text: enums::RichText::Plain(types::TextPlain { text: "x".to_owned() }),
            })),
        ],
    }));
    let bytes = text.to_bytes();
    assert_eq!(enums::RichText::from_bytes(&bytes).as_ref(), Ok(&text));
    assert_eq!(bytes.len(), 4 + 8 + 4 + 4 + 4 + 4);
}

/// A type written by hand that refuses its values without saying so.
struct Unruly;

impl Encode for Unruly {
    fn encode(&self, out: &mut tl::Writer<'_>) {
        out.nat(1);
        out.expect_count(2, &[0_u8]);
    }
}

#[test]
fn no_bytes_are_returned_for_a_value_that_is_refused() {
    let mut buffer = vec![9];
    let ways: [&mut dyn FnMut() -> usize; 4] = [
        &mut || Unruly.to_bytes().len(),
        &mut || Unruly.encoded_len(),
        &mut || Unruly.encode_to_slice(&mut [0; 8]).unwrap(),
        &mut || {
            Unruly.encode_into(&mut buffer);
            buffer.len()
        },
    ];
    for way in ways {
        let panic = catch_unwind(AssertUnwindSafe(way)).unwrap_err();
        let message = panic.downcast::<String>().unwrap();
        assert!(message.contains("; set `CAN_DISAGREE` in the type"), "{message}");
    }
    assert_eq!(buffer, [9]);
    assert!(Unruly.try_to_bytes().is_err());
}
