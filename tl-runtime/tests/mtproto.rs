//! `MTProto`'s own shapes: their exact bytes, and what is refused.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod stand_ins;

use std::fmt::Debug;

use proptest::{collection::vec, prelude::*};
use stand_ins::{functions::GetUsers, types::TextPlain};
use typelang_runtime::{
    Combinator, Decode, Encode, ErrorKind, Object, ObjectRef, Options,
    mtproto::{AnswerError, GzipPacked, Message, MsgContainer, MsgCopy, RpcError, RpcResult},
};

/// `ping 1`
const PING: &str = "ec77be7a 01000000 00000000";
/// `msgs_ack [9]`
const ACK: &str = "59b4d662 15c4b51c 01000000 09000000 00000000";

fn unhex(hex: &str) -> Vec<u8> {
    let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
    let pairs = digits.chunks(2).map(|pair| std::str::from_utf8(pair).unwrap());
    pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

/// The value is written as `hex` and read back from it, and no strict prefix is a value.
#[track_caller]
fn check<T>(value: &T, hex: &str)
where
    T: Encode + for<'de> Decode<'de> + Debug + PartialEq,
{
    let bytes = unhex(hex);
    assert_eq!(value.to_bytes(), bytes);
    assert_eq!(value.encoded_len(), bytes.len());
    assert_eq!(T::from_bytes(&bytes).as_ref(), Ok(value));
    assert!(T::MIN_LEN <= bytes.len());
}

fn object(hex: &str) -> Object {
    Object::from_vec(unhex(hex))
}

fn two_messages() -> (MsgContainer, String) {
    let ping = Message { msg_id: 1, seqno: 1, body: object(PING) };
    let ack = Message { msg_id: 5, seqno: 2, body: object(ACK) };
    let first = format!("01000000 00000000 01000000 0c000000 {PING}");
    let second = format!("05000000 00000000 02000000 14000000 {ACK}");
    let container = MsgContainer { messages: vec![ping, ack] };
    (container, format!("dcf8f173 02000000 {first} {second}"))
}

#[test]
fn a_container_cuts_its_messages_by_their_lengths() {
    let (container, hex) = two_messages();
    check(&container, &hex);
    let bytes = unhex(&hex);
    for len in 0..bytes.len() {
        assert!(MsgContainer::<Object>::from_bytes(&bytes[..len]).is_err(), "{len}");
    }
    let borrowed = MsgContainer::<ObjectRef>::from_bytes(&bytes).unwrap();
    assert_eq!(borrowed.to_bytes(), bytes);
    let body = borrowed.messages[1].body;
    assert_eq!((body.id(), body.len()), (0x62d6_b459, 20));
    assert_eq!(body.as_bytes().as_ptr_range().end, bytes.as_ptr_range().end, "no copy is made");
    check(&MsgContainer::<Object> { messages: vec![] }, "dcf8f173 00000000");
}

#[test]
fn a_body_of_an_unknown_type_is_skipped() {
    let (container, hex) = two_messages();
    let unknown = hex.replace(&PING[..8], "ffffffff");
    let read = MsgContainer::<Object>::from_bytes(&unhex(&unknown)).unwrap();
    assert_eq!(read.messages[0].body.id(), 0xffff_ffff);
    assert_eq!(read.messages[1], container.messages[1]);
}

#[test]
fn a_body_of_a_known_type_takes_its_length_exactly() {
    let body = GetUsers { ids: vec![7] };
    let message = Message { msg_id: -1, seqno: 3, body };
    let bytes = message.to_bytes();
    assert_eq!(Message::from_bytes(&bytes).as_ref(), Ok(&message));
    let with_length = |length: u32| {
        let mut bytes = bytes.clone();
        bytes[16..20].copy_from_slice(&length.to_le_bytes());
        let error = Message::<GetUsers>::from_bytes(&bytes).unwrap_err();
        (error.kind(), error.offset())
    };
    let beyond = ErrorKind::CountTooLarge { count: 1 };
    assert_eq!(with_length(16), (beyond, 28), "the body sees nothing beyond its length");
    assert_eq!(with_length(24), (ErrorKind::UnexpectedEnd { needed: 24, left: 20 }, 20));
    assert_eq!(with_length(19), (ErrorKind::InvalidLength { length: 19 }, 20));
    assert_eq!(with_length(0), (ErrorKind::InvalidLength { length: 0 }, 20));
    assert_eq!(with_length(u32::MAX), (ErrorKind::InvalidLength { length: -1 }, 20));
    let mut longer = [bytes.as_slice(), &[0; 4]].concat();
    longer[16] += 4;
    let error = Message::<GetUsers>::from_bytes(&longer).unwrap_err();
    assert_eq!((error.kind(), error.offset()), (ErrorKind::TrailingBytes { count: 4 }, 40));
}

#[test]
fn reading_goes_on_behind_a_body() {
    let first = Message { msg_id: 1, seqno: 0, body: TextPlain { text: "a".into() } };
    let second = Message { msg_id: 2, seqno: 0, body: TextPlain { text: "longer".into() } };
    let container = MsgContainer { messages: vec![first, second] };
    assert_eq!(MsgContainer::from_bytes(&container.to_bytes()), Ok(container.clone()));
    // The offset of a fault counts from the start of all, and not of the body.
    let mut bytes = container.to_bytes();
    let at = bytes.len() - 12;
    bytes[at] ^= 1;
    let error = MsgContainer::<TextPlain>::from_bytes(&bytes).unwrap_err();
    assert_eq!((error.found_id(), error.offset()), (Some(TextPlain::ID ^ 1), at));
}

#[test]
fn a_container_in_a_container_is_refused() {
    let (container, _) = two_messages();
    let outer =
        MsgContainer { messages: vec![Message { msg_id: 9, seqno: 0, body: container.clone() }] };
    let bytes = outer.to_bytes();
    for error in [
        MsgContainer::<Object>::from_bytes(&bytes).unwrap_err(),
        MsgContainer::<ObjectRef>::from_bytes(&bytes).unwrap_err(),
        MsgContainer::<MsgContainer>::from_bytes(&bytes).unwrap_err(),
    ] {
        assert_eq!((error.kind(), error.offset()), (ErrorKind::NestedContainer, 24));
    }
    // What is encrypted is a bare message, and its body may be a container.
    let message = Message { msg_id: 9, seqno: 0, body: container };
    assert_eq!(Message::from_bytes(&message.to_bytes()), Ok(message));
}

#[test]
fn a_count_beyond_the_input_is_refused() {
    for count in ["ffffffff", "00000080", "02000000"] {
        let bytes = unhex(&format!("dcf8f173 {count} 01000000 00000000 01000000 0c000000 {PING}"));
        let error = MsgContainer::<Object>::from_bytes(&bytes).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::CountTooLarge { .. }), "{error}");
    }
}

#[test]
fn a_copy_holds_a_boxed_message() {
    let orig_message = Message { msg_id: 1, seqno: 1, body: object(PING) };
    let hex = format!("b24660e0 11e5b85b 01000000 00000000 01000000 0c000000 {PING}");
    check(&MsgCopy { orig_message }, &hex);
}

#[test]
fn an_answer_is_what_the_request_says() {
    let bytes = unhex("016d5cf3 01000000 00000000 b5757299");
    check(&RpcResult { req_msg_id: 1, result: true }, "016d5cf3 01000000 00000000 b5757299");
    let answer = RpcResult::<ObjectRef>::from_bytes(&bytes).unwrap();
    assert_eq!(answer.answer_as::<bool>(), Ok(true));
    let error = answer.answer_to(&GetUsers { ids: vec![] }).unwrap_err();
    let AnswerError::Decode(error) = error else { panic!("{error}") };
    assert_eq!((error.found_id(), error.offset()), (Some(0x9972_75b5), 0));
    // The wrapper's response is the method's.
    let users = RpcResult { req_msg_id: 1, result: Object::new(&Vec::<bool>::new()) };
    let request =
        stand_ins::functions::InvokeWithLayer { layer: 1, query: GetUsers { ids: vec![] } };
    assert_eq!(users.answer_to(&request), Ok(vec![]));
}

#[test]
fn an_answer_may_be_an_error() {
    let refusal = RpcError::new(400, "BAD");
    let hex = "016d5cf3 01000000 00000000 19ca4421 90010000 03424144";
    check(&RpcResult { req_msg_id: 1, result: refusal.clone() }, hex);
    let answer = RpcResult::<Object>::from_bytes(&unhex(hex)).unwrap();
    let error = answer.answer_as::<bool>().unwrap_err();
    assert_eq!(error, AnswerError::Rpc(refusal));
    assert_eq!(error.to_string(), "the server answered BAD (code 400)");
    // One that is cut is no error of the server's.
    let cut = RpcResult { req_msg_id: 1, result: object("19ca4421 90010000") };
    assert!(matches!(cut.answer_as::<bool>(), Err(AnswerError::Decode(_))));
    let empty = RpcResult { req_msg_id: 1, result: ObjectRef::new(&[]) };
    assert!(matches!(empty.answer_as::<bool>(), Err(AnswerError::Decode(_))));
}

#[test]
fn a_response_may_borrow_from_the_answer() {
    let result = Object::new(&vec!["Ann".to_owned()]);
    let answer = RpcResult { req_msg_id: 1, result };
    let bytes = answer.response_bytes(&Options::DEFAULT).unwrap();
    let names = Vec::<&str>::from_bytes(&bytes).unwrap();
    assert_eq!(names, ["Ann"]);
    assert!(answer.result.as_bytes().as_ptr_range().contains(&names[0].as_ptr()));
    let refused = RpcResult { req_msg_id: 1, result: Object::new(&RpcError::new(400, "BAD")) };
    let error = refused.response_bytes(&Options::DEFAULT).unwrap_err();
    assert_eq!(error, AnswerError::Rpc(RpcError::new(400, "BAD")));
}

#[test]
fn packed_data_is_bytes() {
    let packed = "a1cf7230 181f8b08 00000000 000203cb 96f87904 008b0121 86040000 00000000";
    let bytes = unhex(packed);
    check(&GzipPacked { packed_data: bytes[5..29].to_vec() }, packed);
    let borrowed = GzipPacked::<&[u8]>::from_bytes(&bytes).unwrap();
    assert_eq!(borrowed.packed_data, &bytes[5..29]);
    assert_eq!(borrowed.to_bytes(), bytes);
}

#[cfg(not(feature = "gzip"))]
#[test]
fn without_the_feature_a_packed_answer_says_what_is_missing() {
    let result = Object::new(&GzipPacked { packed_data: vec![] });
    let error = RpcResult { req_msg_id: 1, result }.answer_as::<bool>().unwrap_err();
    let AnswerError::Decode(error) = error else { panic!("{error}") };
    assert_eq!(error.kind(), ErrorKind::Compressed);
    assert!(error.to_string().contains("feature `gzip`"), "{error}");
}

/// Bytes as any of the types: a value or an error, and a value is written as it is read again.
fn any_bytes(bytes: &[u8]) {
    fn one<T: for<'de> Decode<'de> + Encode + PartialEq + Debug>(bytes: &[u8]) {
        if let Ok(value) = T::from_bytes(bytes) {
            assert_eq!(T::from_bytes(&value.to_bytes()), Ok(value));
        }
    }
    one::<MsgContainer>(bytes);
    one::<MsgContainer<TextPlain>>(bytes);
    one::<MsgContainer<RpcResult<GzipPacked>>>(bytes);
    one::<Message>(bytes);
    one::<Message<RpcResult>>(bytes);
    one::<MsgCopy>(bytes);
    one::<MsgCopy<MsgContainer>>(bytes);
    one::<RpcError>(bytes);
    one::<GzipPacked>(bytes);
    if let Ok(answer) = RpcResult::<ObjectRef>::from_bytes(bytes) {
        _ = answer.answer_as::<Vec<TextPlain>>();
        _ = answer.answer_with::<Object>(&Options::DEFAULT.inflated(1000));
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        id in prop::sample::select(vec![
            MsgContainer::<Object>::ID, Message::<Object>::ID, MsgCopy::<Object>::ID,
            RpcResult::<Object>::ID, RpcError::ID, <GzipPacked as Combinator>::ID,
        ]),
        words in vec(prop_oneof![0_u32..40, any::<u32>(), Just(0x73f1_f8dc), Just(0x3072_cfa1)], 0..40),
    ) {
        let bytes: Vec<u8> = [id].iter().chain(&words).flat_map(|word| word.to_le_bytes()).collect();
        any_bytes(&bytes);
    }

    #[test]
    fn any_messages_come_back(
        messages in vec((any::<i64>(), any::<i32>(), vec(any::<u32>(), 1..20)), 0..10),
    ) {
        let message = |(msg_id, seqno, mut words): (i64, i32, Vec<u32>)| {
            words[0] &= !0x8000_0000; // keeps clear of a container's id by chance
            let bytes = words.iter().flat_map(|word| word.to_le_bytes()).collect();
            Message { msg_id, seqno, body: Object::from_vec(bytes) }
        };
        let container = MsgContainer { messages: messages.into_iter().map(message).collect() };
        let bytes = container.to_bytes();
        prop_assert_eq!(MsgContainer::from_bytes(&bytes), Ok(container));
        for cut in [1, 4, 8] {
            prop_assert!(MsgContainer::<Object>::from_bytes(&bytes[..bytes.len() - cut]).is_err());
        }
    }
}
