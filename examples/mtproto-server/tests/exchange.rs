//! Tests packets in both directions.

use mtproto_server::{Client, Packet, Server, client::first, server::Session};
use typelang_runtime::{
    Combinator, Decode, Encode, ErrorKind, Object, ObjectRef,
    mtproto::{AnswerError, GzipPacked, Message, MsgContainer, RpcResult},
};
use typelang_telegram::{
    LAYER,
    functions::{InvokeWithoutUpdates, help},
    mtproto::{functions::Ping, types::Pong},
};

/// Returns the server's answers to messages with these bodies.
fn answers(session: &mut Session, bodies: &[Object]) -> Vec<Object> {
    let messages = (1..).zip(bodies);
    let messages =
        messages.map(|(at, body)| Message { msg_id: 4 * at, seqno: 1, body: body.clone() });
    let packet = Packet { msg_id: 400, body: MsgContainer { messages: messages.collect() } };
    let reply = Server::new().receive(session, &packet.to_bytes()).unwrap();
    let reply = Packet::<MsgContainer>::from_bytes(&reply).unwrap();
    reply.body.messages.into_iter().map(|message| message.body).collect()
}

#[test]
fn calls_in_one_container_are_answered_each_by_its_type() {
    let mut client = Client::default();
    let config = client.call(first(help::GetConfig {}));
    let nearest = client.call(help::GetNearestDc {});
    let later = client.call(help::GetNearestDc {});
    assert!(client.answer(&config).is_none());

    let mut session = Session::default();
    let reply = Server::new().receive(&mut session, &client.packet()).unwrap();
    client.receive(&reply).unwrap();
    assert_eq!((session.layer, session.device.as_str()), (LAYER, "Rust"));

    let config = client.answer(&config).unwrap().unwrap();
    assert_eq!(config.dc_options.len(), 5);
    let nearest = client.answer(&nearest).unwrap().unwrap();
    assert_eq!(nearest.country, "NL");
    assert_eq!(client.answer(&later).unwrap(), Ok(nearest));
}

#[test]
fn a_large_answer_is_packed_and_a_small_one_is_not() {
    let calls = [Object::new(&first(help::GetConfig {})), Object::new(&help::GetNearestDc {})];
    let answers = answers(&mut Session::default(), &calls);
    let ids: Vec<u32> = answers
        .iter()
        .map(|body| body.decode_as::<RpcResult<ObjectRef>>().unwrap().result.id())
        .collect();
    assert_eq!(ids, [<GzipPacked as Combinator>::ID, typelang_telegram::types::NearestDc::ID]);
}

#[test]
fn a_packed_call_is_answered_like_a_plain_one() {
    let call = InvokeWithoutUpdates { query: help::GetNearestDc {} };
    let packed = Object::new(&GzipPacked::pack(&call));
    let [plain, unpacked] = &answers(&mut Session::default(), &[Object::new(&call), packed])[..]
    else {
        panic!("two answers");
    };
    let result = |body: &Object| body.decode_as::<RpcResult>().unwrap().result;
    assert_eq!(result(plain), result(unpacked));
}

#[test]
fn what_fails_is_answered_with_an_error_and_the_rest_is_answered_still() {
    let mut client = Client::default();
    let early = client.call(help::GetConfig {});
    let unknown = client.call(first(help::GetSupport {}));
    let config = client.call(help::GetConfig {});
    let reply = Server::new().receive(&mut Session::default(), &client.packet()).unwrap();
    client.receive(&reply).unwrap();
    let message = |error: AnswerError| match error {
        AnswerError::Rpc(error) => error.error_message,
        AnswerError::Decode(error) => panic!("{error}"),
    };
    let early = client.answer(&early).unwrap().unwrap_err();
    assert_eq!(message(early), "CONNECTION_NOT_INITED");
    let unknown = client.answer(&unknown).unwrap().unwrap_err();
    assert_eq!(message(unknown), format!("INPUT_METHOD_INVALID_{}", help::GetSupport::ID));
    assert!(client.answer(&config).unwrap().is_ok(), "the layer is known by then");
}

#[test]
fn a_ping_is_answered_outside_of_results() {
    let answers = answers(&mut Session::default(), &[Object::new(&Ping { ping_id: 7 })]);
    assert_eq!(answers[0].decode_as(), Ok(Pong { msg_id: 4, ping_id: 7 }));
}

#[test]
fn what_is_no_packet_is_refused_with_its_place() {
    let server = Server::new();
    let refused = |bytes: &[u8]| {
        let error = server.receive(&mut Session::default(), bytes).unwrap_err();
        (error.kind(), error.offset())
    };
    let packet = Packet { msg_id: 4, body: help::GetNearestDc {} }.to_bytes();
    assert_eq!(packet.len(), 24);
    let mut encrypted = packet.clone();
    encrypted[0] = 5;
    assert_eq!(refused(&encrypted), (ErrorKind::UnknownId { found: 5 }, 8));
    assert_eq!(refused(&packet[..23]).0, ErrorKind::UnexpectedEnd { needed: 4, left: 3 });
    assert_eq!(refused(&[&packet[..], &[0]].concat()).0, ErrorKind::TrailingBytes { count: 1 });
    assert!(server.receive(&mut Session::default(), &packet).is_ok());
}
