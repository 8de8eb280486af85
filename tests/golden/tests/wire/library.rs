//! Declarations whose types the runtime implements by hand.

use typelang_golden::library::types::Letters;
use typelang_runtime::{
    Decode, Encode, ErrorKind, Object,
    mtproto::{Message, MsgContainer, RpcError},
};

use super::hex;

/// A message with the body `boolTrue`, without its id.
const BARE: &str = "01000000 00000000 02000000 04000000 b5757299";

fn letters() -> Letters {
    let message = Message { msg_id: 1, seqno: 2, body: Object::new(&true) };
    Letters {
        bare: message.clone(),
        boxed: message.clone(),
        error: Some(RpcError::new(400, "BAD")),
        container: MsgContainer { messages: vec![message.clone(), message] },
        rest: Object::new(&false),
    }
}

fn bytes() -> String {
    let container = format!("dcf8f173 02000000 {BARE} {BARE}");
    let error = "01000000 19ca4421 90010000 03424144";
    format!("2a026148 {BARE} 11e5b85b {BARE} {error} {container} 379779bc")
}

#[test]
fn a_message_ends_where_its_length_says() {
    let bytes = hex(&bytes());
    assert_eq!(letters().to_bytes(), bytes);
    assert_eq!(Letters::from_bytes(&bytes), Ok(letters()));
    for len in 0..bytes.len() {
        assert!(Letters::from_bytes(&bytes[..len]).is_err(), "{len}");
    }
}

#[test]
fn a_length_beyond_the_message_is_refused_at_its_body() {
    let mut bytes = hex(&bytes());
    bytes[16] = 0xfc;
    let error = Letters::from_bytes(&bytes).unwrap_err();
    let left = bytes.len() - 20;
    let kind = ErrorKind::UnexpectedEnd { needed: 0xfc, left };
    // The length is at offset 16, after the id of `letters` and the id and number of the message.
    assert_eq!((error.kind(), error.offset()), (kind, 20));
}
