//! Messages that gotd's fuzzer kept, of the API as it was in 2021: each decodes, or has a fault that is right.

use std::{collections::BTreeMap, fmt::Write};

use typelang_runtime::{
    Combinator, Decode, ErrorKind, Object, Options,
    mtproto::{GzipPacked, MsgContainer, RpcResult},
    reflect::{
        Ended, FaultKind, Root, Schema,
        json::{Form, JsonWriter, encode_text},
        walk,
    },
};
use typelang_telegram::mtproto::{
    self,
    types::{BadMsgNotification, MsgsAck},
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
        <GzipPacked as Combinator>::ID => {
            GzipPacked::from_bytes(bytes).and_then(|packed| packed.unpack()).map(|_| "packed")
        }
        _ => return None,
    })
}

/// What a walk makes of a message; a fault has to be where it says, and what it says.
fn walked(schemas: &[Schema], bytes: &[u8]) -> &'static str {
    let mut json = String::new();
    let mut writer = JsonWriter::new(&mut json, schemas, Form::default());
    let fault = match walk(schemas, Root::Any, bytes, &Options::STRICT, &mut writer) {
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
            assert!(count as usize > bytes.len() - at - 4, "{fault:?} of {bytes:x?}");
            "too many"
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
    counts.iter().for_each(|(what, count)| write!(all, "{what} {count}, ").unwrap());
    assert_eq!(all, "");
}

#[test]
fn the_server_answers_each_of_them_as_a_server_may() {
    let server = server(|builder| builder.login().random(1));
    for (session_id, bytes) in (100..).zip(messages()) {
        let mut peer = Peer::new(&server);
        peer.session_id = session_id;
        let (msg_id, answers) = peer.ask(&Object::from_vec(bytes.clone()));
        for answer in answers {
            let body = &answer.body;
            let is_right = match body.id() {
                RpcResult::<Object>::ID => {
                    body.decode_as::<RpcResult>().unwrap().req_msg_id == msg_id
                }
                MsgsAck::ID => body.decode_as::<MsgsAck>().unwrap().msg_ids == [msg_id],
                BadMsgNotification::ID => body.decode_as::<BadMsgNotification>().is_ok(),
                _ => false,
            };
            assert!(is_right, "{answer:?} to {bytes:x?}");
        }
        assert!(!peer.connection.is_closed());
    }
}
