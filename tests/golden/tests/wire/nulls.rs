//! Objects that may be null: absent in JSON, `null` in a list.

use serde_json::json;
use typelang_golden::nulls::{functions::GetChat, types};
use typelang_runtime::{
    Encode, Function,
    tdlib::{AnswerError, Received, request},
};

fn photo() -> types::Photo {
    types::Photo { id: 1 << 53 | 1, preview: vec![0xff, 0xfe] }
}

fn chat() -> types::Chat {
    let all = [Some(photo()), None].map(|value| types::NullablePhoto { value });
    types::Chat { id: 7, title: "Ann".to_owned(), photo: None, all: all.into(), scale: 0.5 }
}

#[test]
fn json_is_tdlibs() {
    let photo = json!({"@type": "photo", "id": "9007199254740993", "preview": "//4="});
    let expected =
        json!({"@type": "chat", "id": 7, "title": "Ann", "all": [photo, null], "scale": 0.5});
    assert_eq!(serde_json::to_value(chat()).unwrap(), expected);
    assert_eq!(serde_json::from_value::<types::Chat>(expected.clone()).unwrap(), chat());
    let mut with_null = expected;
    with_null["photo"] = json!(null);
    with_null["@extra"] = json!(1);
    with_null["newer"] = json!([{}]);
    assert_eq!(serde_json::from_value::<types::Chat>(with_null.clone()).unwrap(), chat());
    with_null["photo"] = photo;
    let with_photo = serde_json::from_value::<types::Chat>(with_null).unwrap();
    assert_eq!(with_photo, types::Chat { photo: Some(self::photo()), ..chat() });
}

#[test]
fn every_other_absence_is_an_error() {
    let error = |json: &str| serde_json::from_str::<types::Chat>(json).unwrap_err().to_string();
    let missing = error(r#"{"@type":"chat","id":7,"title":"","all":[]}"#);
    assert!(missing.starts_with("$: the field `scale` is missing"), "{missing}");
    let null = error(r#"{"@type":"chat","id":7,"title":null,"all":[],"scale":1}"#);
    assert!(null.starts_with("$.title: expected text, found null"), "{null}");
    let item =
        error(r#"{"@type":"chat","id":7,"title":"","all":[{"@type":"photo","id":"1"}],"scale":1}"#);
    assert!(item.starts_with("$.all[0]: the field `preview` is missing"), "{item}");
}

#[test]
fn numbers_that_json_does_not_have_are_refused_with_their_path() {
    let chat = |scale, id| types::Chat { scale, id, ..chat() };
    let error = |chat: types::Chat| {
        let call = GetChat { id: 1, like: Some(chat.into()) };
        request(&call, None).unwrap_err().to_string()
    };
    for scale in [f64::INFINITY, f64::NEG_INFINITY, f64::NAN] {
        let error = error(chat(scale, 1));
        assert!(error.starts_with("$.like.scale: ") && !error.contains('"'), "{error}");
    }
    assert!(error(chat(0.0, 1 << 53)).starts_with("$.like.id: 9007199254740992 is not an `int53`"));
    let call = GetChat { id: (1 << 53) - 1, like: None };
    assert_eq!(request(&call, None).unwrap(), r#"{"@type":"getChat","id":9007199254740991}"#);
}

#[test]
fn a_word_says_which_objects_are_absent() {
    // The id, no bits, 7, a string of three letters, then the list: a picture and nothing.
    let bytes = chat().to_bytes();
    let words: Vec<u32> =
        bytes.chunks(4).map(|word| u32::from_le_bytes(word.try_into().unwrap())).collect();
    assert_eq!(words[1..5], [0, 7, 0, u32::from_le_bytes(*b"\x03Ann")]);
    assert_eq!((words[5], words[6], words[words.len() - 3]), (2, 1, 0));
    let with_photo = types::Chat { photo: Some(photo()), ..chat() }.to_bytes();
    assert_eq!(with_photo[4..8], [1, 0, 0, 0]);
    assert_eq!(
        GetChat { id: 1, like: None }.read_response(&with_photo).unwrap().photo,
        Some(photo())
    );
}

#[test]
fn an_answer_is_the_response_or_an_error() {
    let call = GetChat { id: 7, like: None };
    let sent = request(&call, Some(u64::MAX)).unwrap();
    assert_eq!(sent, r#"{"@extra":18446744073709551615,"@type":"getChat","id":7}"#);
    let answer =
        r#"{"@type":"chat","id":7,"title":"Ann","all":[],"scale":1.0,"@extra":3,"@client_id":4}"#;
    let received = Received::parse(answer).unwrap();
    assert_eq!((received.name(), received.client_id()), ("chat", Some(4)));
    assert_eq!(received.extra(), Some(&json!(3)));
    assert_eq!(received.answer_to(&call).unwrap().title, "Ann");
    let refused = Received::parse(r#"{"@type":"error","code":400,"message":"no"}"#).unwrap();
    match refused.answer_to(&call) {
        Err(AnswerError::Tdlib(error)) => assert_eq!((error.code, &*error.message), (400, "no")),
        other => panic!("{other:?}"),
    }
    let other = Received::parse(r#"{"@type":"photo","id":"1","preview":""}"#).unwrap();
    assert!(matches!(other.answer_to(&call), Err(AnswerError::Json(_))));
    assert!(Received::parse("[]").is_err() && Received::parse(r#"{"type":"chat"}"#).is_err());
}
