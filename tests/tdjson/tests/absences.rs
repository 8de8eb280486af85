//! Fields that are absent, null or unknown, and objects of an unknown type, as `TDLib` sends and takes them.

#![expect(clippy::unwrap_used, reason = "what cannot be read fails the test")]

use serde_json::{Value, json};
use typelang_td::{
    AnswerError, Incoming, Received,
    enums::{ChatList, Update},
    functions::{GetChats, LoadChats},
    request, types,
};

/// An update whose background may be null.
fn update() -> Value {
    json!({"@type": "updateDefaultBackground", "for_dark_theme": true})
}

fn read(value: &Value) -> types::UpdateDefaultBackground {
    serde_json::from_value(value.clone()).unwrap()
}

#[test]
fn absent_and_null_read_the_same_and_null_is_left_out() {
    let mut null = update();
    null["background"] = Value::Null;
    let value = read(&null);
    assert_eq!(value, read(&update()));
    assert_eq!(value.background, None);
    assert_eq!(serde_json::to_value(&value).unwrap(), update());
    let call = GetChats { chat_list: None, limit: 1 };
    assert_eq!(request(&call, None).unwrap(), r#"{"@type":"getChats","limit":1}"#);
    let call = LoadChats { chat_list: Some(ChatList::Main), limit: 1 };
    let sent: Value = serde_json::from_str(&request(&call, None).unwrap()).unwrap();
    assert_eq!(sent["chat_list"], json!({"@type": "chatListMain"}));
}

#[test]
fn lists_may_hold_null() {
    let messages = json!({"@type": "messages", "total_count": 2, "messages": [null, null]});
    let value: types::Messages = serde_json::from_value(messages.clone()).unwrap();
    assert!(value.messages.iter().all(|message| message.value.is_none()));
    assert_eq!(serde_json::to_value(&value).unwrap(), messages);
}

#[test]
fn every_other_absence_is_an_error_with_its_path() {
    let error = |json: Value| {
        serde_json::from_value::<types::UpdateDefaultBackground>(json).unwrap_err().to_string()
    };
    let missing = error(json!({"@type": "updateDefaultBackground"}));
    assert!(missing.starts_with("$: the field `for_dark_theme` is missing"), "{missing}");
    let null = error(json!({"@type": "updateDefaultBackground", "for_dark_theme": null}));
    assert!(null.starts_with("$.for_dark_theme: expected "), "{null}");
    let mut inner = update();
    inner["background"] = json!({"@type": "background", "id": "1"});
    assert!(error(inner).starts_with("$.background: the field `"));
}

#[test]
fn unknown_fields_are_ignored_and_keys_of_the_caller_too() {
    let mut newer = update();
    newer["newer"] = json!([{"@type": "whatever"}]);
    newer["@client_id"] = json!(1);
    assert_eq!(read(&newer), read(&update()));
}

#[test]
fn objects_of_an_unknown_type_are_kept() {
    let json = r#"{"@type":"updateOfTheFuture","x":[1,{"y":null}],"@client_id":3}"#;
    let Incoming::Unknown(received) = Incoming::read(json).unwrap() else { panic!("not unknown") };
    assert_eq!((received.name(), received.client_id()), ("updateOfTheFuture", Some(3)));
    assert_eq!(received.json(), json);
    // As an answer it is no response, and is still there.
    let json = r#"{"@type":"chatsOfTheFuture","@extra":5}"#;
    let Incoming::Answer(received) = Incoming::read(json).unwrap() else { panic!("no answer") };
    let answer = received.answer_to(&GetChats { chat_list: None, limit: 1 });
    assert!(matches!(answer, Err(AnswerError::Json(_))), "{answer:?}");
    assert_eq!(received.json(), json);
    // Inside of a known update it has no place: the update is refused, and its text is kept.
    let json = r#"{"@type":"updateConnectionState","state":{"@type":"connectionStateDreaming"}}"#;
    let error = Incoming::read(json).unwrap_err().to_string();
    assert!(error.starts_with("$.state: `connectionStateDreaming` is not "), "{error}");
    assert_eq!(Received::parse(json).unwrap().name(), "updateConnectionState");
}

#[test]
fn updates_are_one_enum() {
    let json = r#"{"@type":"updateConnectionState","state":{"@type":"connectionStateReady"}}"#;
    let Incoming::Update(update) = Incoming::read(json).unwrap() else { panic!("no update") };
    assert!(matches!(*update, Update::ConnectionState(_)), "{update:?}");
}
