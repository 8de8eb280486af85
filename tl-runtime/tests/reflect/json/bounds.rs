//! How much JSON may ask for, and how deep it may nest.

use std::thread;

use serde_json::Value;
use typelang_runtime::reflect::{
    Root,
    json::{Fills, Form, encode, encode_text},
};

use super::{encoded, refused, shown, small};
use crate::support::words;

#[test]
fn what_stands_for_many_bytes_is_bounded_in_sum() {
    let users = |first: u64, second: u64| {
        format!(
            r#"[{{"_":"users","users":[],"count":0,"key":{{"$fill":{first}}},"hash":{{"$fill":16}},"ratio":0,"ok":true}},
                {{"_":"users","users":[],"count":0,"key":{{"$fill":{second}}},"hash":{{"$fill":16}},"ratio":0,"ok":true}}]"#
        )
    };
    let tools = Form { fills: Fills::Taken, ..Form::default() };
    let taken = |json: &str| encode_text(&small(), Root::Any, json, tools);
    assert!(taken(&users(1 << 12, 1 << 12)).is_ok());
    let wrong = "expected at most 2^28 bytes of all `$fill` together, where it is taken";
    let refusal = taken(&users(1 << 20, 1 << 28)).unwrap_err();
    assert_eq!(refusal.to_string(), format!("$[1].key: {wrong}"));
    // Text from others represents no more bytes than it has.
    assert_eq!(refused(&users(1, 1)), format!("$[0].key: {wrong}"));
}

#[test]
fn a_key_is_there_once() {
    assert_eq!(
        refused(r#"{"_":"userEmpty","_":"userEmpty"}"#),
        "$: invalid JSON: the key `_` occurs twice at line 1 column 33"
    );
    assert_eq!(refused(" "), "$: invalid JSON: the text is empty");
    let behind = "$: invalid JSON: unexpected text after the value at line 1 column 6";
    assert_eq!(refused("true 1"), behind);
}

/// Runs in a thread with half of the usual stack.
fn in_half_a_stack(run: fn()) {
    let thread = thread::Builder::new().stack_size(1 << 20).spawn(run).unwrap();
    thread.join().unwrap();
}

#[test]
fn deep_json_is_refused_or_read_and_never_too_much() {
    in_half_a_stack(|| {
        let lists = |levels: usize| {
            format!("{}{{\"_\":\"userEmpty\"}}{}", "[".repeat(levels), "]".repeat(levels))
        };
        assert!(encoded(&lists(159)).is_ok());
        assert!(refused(&lists(319)).ends_with(": values nest deeper than 160 levels"));
        let deeper = "$: invalid JSON: it nests deeper than 320 levels at line 1 column 321";
        assert_eq!(refused(&lists(320)), deeper);
        assert_eq!(refused(&"[".repeat(1 << 20)), deeper);
        let mut value = Value::Bool(true);
        for _ in 0..500 {
            value = Value::Array(vec![value]);
        }
        let refusal = encode(&small(), Root::Any, &value, Form::default()).unwrap_err();
        assert_eq!(refusal.to_string(), "$: invalid JSON: it nests deeper than 320 levels");
        let calls = |levels: usize| {
            let call = r#"{"_":"later","seconds":1,"query":"#;
            format!(r#"{}{{"_":"get","id":[]}}{}"#, call.repeat(levels), "}".repeat(levels))
        };
        assert!(encoded(&calls(159)).is_ok());
        assert!(refused(&calls(160)).ends_with(": values nest deeper than 160 levels"));
        let objects = |levels: usize| {
            let object = r#"{"_":"box","any":["#;
            format!("{}true{}", object.repeat(levels), "]}".repeat(levels))
        };
        assert!(encoded(&objects(80)).is_ok());
        assert!(refused(&objects(81)).ends_with(": values nest deeper than 160 levels"));
        let text = format!(r#"{{"_":"user","id":1,"name":"{}"}}"#, "[".repeat(1000));
        assert!(encoded(&text).is_ok(), "brackets in text nest nothing");
    });
}

#[test]
fn what_the_deepest_walk_writes_can_be_read() {
    let schemas = small();
    // An object and a list in it are two levels of the walk.
    let mut bytes: Vec<u8> = (0..63).flat_map(|_| words(&[0x10, 0x1cb5_c415, 1])).collect();
    bytes.extend(words(&[0x9972_75b5]));
    let json = shown(&schemas, Root::Any, &bytes, Form::default());
    assert_eq!(encode_text(&schemas, Root::Any, &json, Form::default()), Ok(bytes));
    let mut bytes: Vec<u8> = (0..127).flat_map(|_| words(&[0x200, 1])).collect();
    bytes.extend(words(&[0x100, 0x1cb5_c415, 0]));
    let json = shown(&schemas, Root::Any, &bytes, Form::default());
    assert_eq!(encode_text(&schemas, Root::Any, &json, Form::default()), Ok(bytes));
}
