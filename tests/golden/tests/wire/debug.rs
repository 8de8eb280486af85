//! `Debug` and the paths in errors, which both use the schema that the code carries.

use typelang_golden::{
    borrowed::{
        enums::{Chat, RichText},
        types::{Name, TextBold, TextPlain},
    },
    flags::types::{Last, Sample},
    shapes::{
        enums::{InputPeer, User},
        types,
    },
    wrappers::functions::{Add, InvokeWithLayer},
};
use typelang_runtime::{Decode, Encode, ErrorKind};

use super::hex;

fn sample() -> Sample {
    let inner =
        Sample { a: None, b: false, c: None, d: None, e: None, f: None, g: None, h: Some(-1) };
    Sample {
        a: Some(5),
        b: true,
        c: Some(false),
        d: Some(vec![1, 2]),
        e: Some("a \"b\"".to_owned()),
        f: Some(Box::new(inner)),
        g: None,
        h: None,
    }
}

#[test]
fn values_are_shown_by_the_names_of_the_schema() {
    let user = User::User(Box::new(types::User { id: 7, name: "Ann".to_owned() }));
    assert_eq!(format!("{user:?}"), r#"user { id: 7, name: "Ann" }"#);
    assert_eq!(format!("{:?}", InputPeer::InputPeerSelf), "inputPeerSelf");
    let call = InvokeWithLayer { layer: 2, query: Add { a: 1, b: 2 } };
    assert_eq!(format!("{call:?}"), "invokeWithLayer { layer: 2, query: add { a: 1, b: 2 } }");
}

#[test]
fn what_is_not_there_is_not_shown() {
    let shown =
        r#"sample { a: 5, b: true, c: false, d: [1, 2], e: "a \"b\"", f: sample { h: -1 } }"#;
    assert_eq!(format!("{:?}", sample()), shown);
    assert_eq!(format!("{:?}", Last { a: false }), "last");
}

#[test]
fn lines_of_their_own_are_laid_out_as_derived_ones_are() {
    let shown = "sample {
    a: 5,
    b: true,
    c: false,
    d: [
        1,
        2,
    ],
    e: \"a \\\"b\\\"\",
    f: sample {
        h: -1,
    },
}";
    assert_eq!(format!("{:#?}", sample()), shown);
    assert_eq!(format!("{:#?}", InputPeer::InputPeerSelf), "inputPeerSelf");
    let empty = Sample { d: Some(vec![]), ..sample() };
    assert!(format!("{empty:#?}").contains("\n    d: [],\n"), "{empty:#?}");
}

#[test]
fn long_bytes_are_shortened() {
    let key: Vec<u8> = (0..=40).collect();
    let chat = typelang_golden::borrowed::types::Chat {
        name: Name { text: "" },
        about: None,
        keys: vec![&key, &key[..2]],
        tags: None,
        r#where: typelang_golden::borrowed::types::Point { x: 0, y: 0 },
    };
    let shown = format!("{:?}", Chat::Chat(Box::new(chat)));
    let bytes = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    assert!(shown.contains(&format!("keys: [x\"{bytes}…\" (41 bytes), x\"0001\"]")), "{shown}");
}

#[test]
fn values_of_any_depth_are_shown() {
    let plain = RichText::TextPlain(TextPlain { text: "" });
    let deep = (0..10_000).fold(plain, |text, _| RichText::TextBold(Box::new(TextBold { text })));
    // The encoder and dropping the value recurse, so they need a stack.
    let run = move || {
        let shown = format!("{deep:?}");
        assert_eq!(shown.matches("textBold").count(), 10_000);
    };
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap();
    thread.join().unwrap();
}

#[test]
fn errors_name_the_path() {
    let mut bytes = sample().to_bytes();
    let last = bytes.len() - 16;
    // The id of the inner sample.
    bytes[last] = 9;
    let error = Sample::from_bytes(&bytes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::WrongId { found: 9, expected: 1 });
    assert_eq!((error.path(), error.offset()), (Some("sample.f"), last));
    assert!(error.to_string().contains(&format!("at byte {last} (`sample.f`)")), "{error}");
}

#[test]
fn an_error_at_the_start_has_no_path() {
    let error = Sample::from_bytes(&hex("09000000")).unwrap_err();
    assert_eq!(error.path(), None);
    let error = User::from_bytes(&hex("09000000")).unwrap_err();
    assert_eq!((error.path(), error.found_id()), (None, Some(9)));
}

#[test]
fn lines_of_deep_values_are_indented_within_bounds() {
    let plain = RichText::TextPlain(TextPlain { text: "" });
    let deep = (0..2_000).fold(plain, |text, _| RichText::TextBold(Box::new(TextBold { text })));
    let run = move || format!("{deep:#?}").len();
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap();
    // Two lines per level, each with at most 128 × 4 blanks.
    assert!(thread.join().unwrap() < 2_000 * 2 * 600);
}
