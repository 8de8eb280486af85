//! Messages that gotd's fuzzer kept, of the API as it was in 2021: each decodes, or has a fault that is right.

use std::{collections::BTreeMap, fmt::Write};

use typelang_runtime::{
    Combinator, Decode, ErrorKind, Object, Options, Strictness,
    mtproto::{GzipPacked, MsgContainer, RpcResult},
    reflect::{
        Ended, FaultKind, Root, Schema,
        json::{Form, JsonWriter, encode_text},
        walk,
    },
};
use typelang_telegram::mtproto::{
    self,
    types::{BadMsgNotification, DestroySessionNone, FutureSalts, MsgsAck, MsgsStateInfo, Pong},
};

use crate::peer::{Peer, server};

const HANDLED: &str = include_str!("handled.txt");

fn messages() -> impl Iterator<Item = Vec<u8>> {
    let lines = HANDLED.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let digits = line.as_bytes().chunks(2);
        digits
            .map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap())
            .collect()
    })
}

/// The protocol, and the API of that time.
fn schemas() -> [Schema; 2] {
    let api = Schema::from_tlo(&typelang_layers::compiled(128).unwrap()).unwrap();
    [mtproto::SCHEMA.schema().unwrap().clone(), api]
}

/// Decodes a message of the protocol's own by its type; `None` if it is another one.
fn typed(bytes: &[u8]) -> Option<Result<&'static str, typelang_runtime::Error>> {
    let id = u32::from_le_bytes(*bytes.first_chunk()?);
    Some(match id {
        MsgContainer::<Object>::ID => {
            MsgContainer::<Object>::from_bytes(bytes).map(|_| "container")
        }
        RpcResult::<Object>::ID => RpcResult::<Object>::from_bytes(bytes).map(|_| "result"),
        <GzipPacked as Combinator>::ID => GzipPacked::<Vec<u8>>::from_bytes(bytes)
            .and_then(|packed| packed.unpack())
            .map(|_| "packed"),
        _ => return None,
    })
}

/// What a walk makes of a message; a fault has to be where it says, and what it says.
fn walked(schemas: &[Schema], bytes: &[u8]) -> &'static str {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, Form::default());
    let fault = match walk(
        schemas,
        Root::Any,
        bytes,
        &Options::DEFAULT.strictness(Strictness::Strict),
        &mut writer,
    ) {
        Ok(_) => {
            let again = encode_text(schemas, Root::Any, &json, Form::default()).unwrap();
            assert_eq!(again, bytes, "{json}");
            return "value";
        }
        Err(Ended::Fault(fault)) => fault,
        Err(Ended::Stop(error)) => panic!("{error:?}"),
    };
    let at = usize::try_from(fault.offset()).unwrap();
    let FaultKind::Wire(kind) = fault.kind() else { panic!("{fault:?}") };
    match kind {
        ErrorKind::UnexpectedEnd { needed, left } => {
            assert!(needed > left && at + left <= bytes.len(), "{fault:?} of {bytes:x?}");
            "cut"
        }
        ErrorKind::UnknownId { found } | ErrorKind::WrongId { found, .. } => {
            assert_eq!(bytes[at..at + 4], found.to_le_bytes(), "{fault:?} of {bytes:x?}");
            "another id"
        }
        ErrorKind::CountTooLarge { count } => {
            assert_eq!(bytes[at..at + 4], count.to_le_bytes(), "{fault:?} of {bytes:x?}");
            // An element has a word at least.
            assert!(count as usize > (bytes.len() - at - 4) / 4, "{fault:?} of {bytes:x?}");
            "too many"
        }
        ErrorKind::InvalidLength { length } => {
            assert_eq!(bytes[at - 4..at], length.to_le_bytes(), "{fault:?} of {bytes:x?}");
            assert!(length <= 0 || length % 4 != 0, "{fault:?} of {bytes:x?}");
            "a false length"
        }
        ErrorKind::TrailingBytes { count } => {
            assert_eq!(at + count, bytes.len(), "{fault:?} of {bytes:x?}");
            "longer"
        }
        ErrorKind::UnknownFlags { .. } | ErrorKind::UnusedNumber { .. } => "flags",
        ErrorKind::InvalidUtf8 => "no text",
        ErrorKind::NonZeroPadding | ErrorKind::NonCanonicalLength => "padding",
        other => panic!("{other:?} of {bytes:x?}"),
    }
}

#[test]
fn kept_messages_decode_or_have_a_fault_that_is_right() {
    let schemas = schemas();
    let mut counts = BTreeMap::new();
    for bytes in messages() {
        let what = match typed(&bytes) {
            Some(Ok(what)) => what,
            Some(Err(error)) => {
                assert!(error.offset() <= bytes.len() + 64, "{error}");
                "faulty protocol"
            }
            None => walked(&schemas, &bytes),
        };
        *counts.entry(what).or_insert(0) += 1;
    }
    let mut all = String::new();
    for (what, count) in &counts {
        write!(all, "{what} {count}, ").unwrap();
    }
    assert_eq!(
        all,
        "a false length 4, another id 54, container 5, cut 66, faulty protocol 50, flags 192, no text 14, \
         padding 67, result 30, too many 315, value 663, "
    );
}

#[test]
fn the_server_answers_each_of_them_as_a_server_may() {
    let server = server(|builder| builder.login().random(1));
    for (session_id, bytes) in (100..).zip(messages()) {
        let mut peer = Peer::new(&server);
        peer.session_id = session_id;
        let message = peer.message(&Object::from_vec(bytes.clone()));
        let packet = peer.sealed(&message);
        if bytes.len() % 4 != 0 || bytes.is_empty() {
            // A body has whole words.
            assert_eq!(peer.transport_error(&packet), -404, "{bytes:x?}");
            continue;
        }
        for answer in peer.packet(&packet) {
            let (body, msg_id) = (&answer.body, message.msg_id);
            let is_right = match body.id() {
                RpcResult::<Object>::ID => {
                    body.decode_as::<RpcResult>().unwrap().req_msg_id == msg_id
                }
                MsgsAck::ID => body.decode_as::<MsgsAck>().unwrap().msg_ids == [msg_id],
                Pong::ID => body.decode_as::<Pong>().unwrap().msg_id == msg_id,
                MsgsStateInfo::ID => {
                    body.decode_as::<MsgsStateInfo>().unwrap().req_msg_id == msg_id
                }
                FutureSalts::ID => body.decode_as::<FutureSalts>().unwrap().req_msg_id == msg_id,
                DestroySessionNone::ID => body.decode_as::<DestroySessionNone>().is_ok(),
                BadMsgNotification::ID => body.decode_as::<BadMsgNotification>().is_ok(),
                _ => false,
            };
            assert!(is_right, "{answer:?} to {bytes:x?}");
        }
        assert!(!peer.connection.is_closed());
    }
}
