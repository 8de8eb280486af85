//! Properties of random values and random bytes.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod stand_ins;

use proptest::{collection::vec, option, prelude::*};
use stand_ins::{
    enums::{Peer, RichText},
    functions::{GetUsers, InitConnection, InvokeWithLayer},
    types::{Message, PeerChat, PeerUser, TextBold, TextConcat, TextPlain, User},
};
use std::fmt::Debug;
use typelang_runtime::{Decode, Encode, Options, Strictness, tl::same};

type Request = InvokeWithLayer<InitConnection<GetUsers>>;

const STRICT: Options = Options::DEFAULT.strictness(Strictness::Strict);

fn rich_text() -> impl Strategy<Value = RichText> {
    let leaf = prop_oneof![
        Just(RichText::Empty),
        ".{0,300}".prop_map(|text| RichText::Plain(TextPlain { text })),
    ];
    leaf.prop_recursive(6, 30, 4, |inner| {
        prop_oneof![
            inner.clone().prop_map(|text| RichText::Bold(Box::new(TextBold { text }))),
            vec(inner, 0..4).prop_map(|texts| RichText::Concat(Box::new(TextConcat { texts }))),
        ]
    })
}

fn peer() -> impl Strategy<Value = Peer> {
    prop_oneof![
        any::<i64>().prop_map(|user_id| Peer::User(PeerUser { user_id })),
        any::<i64>().prop_map(|chat_id| Peer::Chat(PeerChat { chat_id })),
    ]
}

prop_compose! {
    fn message()(
        (out, id, date, views) in any::<(bool, i32, i32, Option<i32>)>(),
        (from_id, peer_id) in (option::of(peer()), peer()),
        message in ".{0,40}",
        photo in any::<Option<[u8; 16]>>(),
        entities in option::of(vec(rich_text(), 0..4)),
        rating in any::<Option<u64>>(),
    ) -> Message {
        let rating = rating.map(f64::from_bits);
        Message { out, id, from_id, peer_id, date, message, photo, entities, views, rating }
    }
}

prop_compose! {
    fn user()(
        (bot, id) in any::<(bool, i64)>(),
        username in any::<Option<String>>(),
        photos in any::<Option<Vec<i64>>>(),
    ) -> User {
        User { bot, id, username, photos }
    }
}

/// The value comes back from its bytes, and from no less than them.
fn assert_round_trip<T: Encode + for<'de> Decode<'de> + Debug>(value: &T) {
    let bytes = value.to_bytes();
    assert_eq!(bytes.len(), value.encoded_len());
    let read = T::from_bytes_with(&bytes, &STRICT).unwrap();
    assert!(same(&read, value), "{read:?} is not {value:?}");
    for len in 0..bytes.len() {
        assert!(T::from_bytes(&bytes[..len]).is_err(), "{len} of {} bytes", bytes.len());
    }
}

/// Bytes that mean a value mean the same after that value was written; strictly, they are what is written.
fn assert_stable<T: Encode + for<'de> Decode<'de>>(bytes: &[u8]) {
    if let Ok(value) = T::from_bytes(bytes) {
        let again = T::from_bytes_with(&value.to_bytes(), &STRICT).unwrap();
        assert!(same(&value, &again));
    }
    if let Ok(value) = T::from_bytes_with(bytes, &STRICT) {
        assert_eq!(value.to_bytes(), bytes);
    }
}

fn assert_stable_as_anything(bytes: &[u8]) {
    assert_stable::<Message>(bytes);
    assert_stable::<User>(bytes);
    assert_stable::<RichText>(bytes);
    assert_stable::<Request>(bytes);
    assert_stable::<Vec<Message>>(bytes);
    assert_stable::<Vec<Vec<i64>>>(bytes);
    assert_stable::<Vec<String>>(bytes);
    assert_stable::<Vec<bool>>(bytes);
}

proptest! {
    #[test]
    fn values_come_back(message in message(), text in rich_text(), users in vec(user(), 0..4)) {
        assert_round_trip(&message);
        assert_round_trip(&text);
        assert_round_trip(&users);
    }

    #[test]
    fn requests_come_back(ids in any::<Vec<i64>>(), layer in any::<i32>(), model in any::<String>()) {
        let query = InitConnection { device_model: model, ..InitConnection::sample(GetUsers { ids }) };
        assert_round_trip(&InvokeWithLayer { layer, query });
    }

    #[test]
    fn any_bytes_are_a_value_or_an_error(bytes in vec(any::<u8>(), 0..200)) {
        assert_stable_as_anything(&bytes);
    }

    #[test]
    fn damaged_bytes_are_a_value_or_an_error(
        messages in vec(message(), 0..4),
        damage in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = messages.to_bytes();
        for (index, byte) in damage {
            let len = bytes.len();
            bytes[index.index(len)] = byte;
        }
        assert_stable_as_anything(&bytes);
    }

    #[test]
    fn words_of_the_schema_are_a_value_or_an_error(words in vec(0_usize..12, 0..60)) {
        let table = [
            0, 1, 2, 0xff, 0x8000_0000, 0x1cb5_c415, 0xee00_0001, 0xee00_0004, 0xee00_0010, 0xee00_0011,
            0xee00_0012, 0xee00_0013,
        ];
        let bytes: Vec<u8> = words.iter().flat_map(|&word| u32::to_le_bytes(table[word])).collect();
        assert_stable_as_anything(&bytes);
    }

    #[test]
    fn equality_is_that_of_the_bytes(a in message(), b in message()) {
        prop_assert!(same(&a, &a.clone()));
        prop_assert_eq!(same(&a, &b), a.to_bytes() == b.to_bytes());
        let longer = Message { message: format!("{}x", a.message), ..a.clone() };
        prop_assert!(!same(&a, &longer));
        prop_assert!(!same(&longer, &a));
    }
}
