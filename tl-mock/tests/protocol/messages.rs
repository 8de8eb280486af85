//! Messages that are refused, repeated, put together or compressed.

use typelang_mock::{Builder, Fault, InMemory};
use typelang_runtime::{
    Combinator, Object,
    mtproto::{GzipPacked, Message, MsgContainer, RpcError, RpcResult},
};
use typelang_telegram::{
    functions::{InitConnection, InvokeWithLayer, help},
    mtproto::{
        functions::Ping,
        types::{BadMsgNotification, BadServerSalt, MsgsAck, Pong},
    },
    types::NearestDc,
};

use crate::peer::{Peer, id_at, server};

fn nearest() -> InMemory {
    server(|builder| {
        builder.on(|session, _: help::GetNearestDc| {
            let country = session.client().map_or("??", |client| &client.lang_code).to_owned();
            Ok(NearestDc { country, this_dc: session.layer(), nearest_dc: 1 })
        })
    })
}

/// The code of the one `bad_msg_notification` that came.
fn code(messages: &[Message]) -> i32 {
    let [only] = messages else { panic!("{messages:?}") };
    only.body.decode_as::<BadMsgNotification>().unwrap().error_code
}

fn result(messages: &[Message]) -> RpcResult {
    let [only] = messages else { panic!("{messages:?}") };
    only.body.decode_as().unwrap()
}

#[test]
fn a_handler_sees_the_layer_and_the_client() {
    let mut peer = Peer::new(&nearest());
    let query = InvokeWithLayer {
        layer: 230,
        query: InitConnection::new(
            1,
            "device".to_owned(),
            "system".to_owned(),
            "app".to_owned(),
            "en-US".to_owned(),
            String::new(),
            "nl".to_owned(),
            help::GetNearestDc {},
        ),
    };
    let (msg_id, answers) = peer.ask(&query);
    let result = result(&answers);
    assert_eq!(result.req_msg_id, msg_id);
    let nearest = result.answer_as::<NearestDc>().unwrap();
    assert_eq!((nearest.country.as_str(), nearest.this_dc), ("nl", 230));
    // A later call of the session, without the wrappers.
    let (_, answers) = peer.ask(&help::GetNearestDc {});
    let [only] = &*answers else { panic!("{answers:?}") };
    let again: RpcResult = only.body.decode_as().unwrap();
    assert_eq!(again.answer_as::<NearestDc>().unwrap().country, "nl");
}

#[test]
fn a_wrong_salt_is_refused_with_the_right_one() {
    let mut peer = Peer::new(&nearest());
    peer.salt = 1;
    let (msg_id, answers) = peer.ask(&help::GetNearestDc {});
    let [only] = &*answers else { panic!("{answers:?}") };
    let bad: BadServerSalt = only.body.decode_as().unwrap();
    assert_eq!(
        (bad.bad_msg_id, bad.error_code, bad.new_server_salt),
        (msg_id, 48, crate::peer::SALT)
    );
    peer.salt = bad.new_server_salt;
    let (msg_id, answers) = peer.ask(&help::GetNearestDc {});
    assert_eq!(result(&answers).req_msg_id, msg_id);
}

#[test]
fn ids_out_of_time_or_not_of_a_client_are_refused() {
    let server = nearest();
    for (msg_id, wanted) in [(id_at(-301), 16), (id_at(31), 17), (id_at(0) + 1, 18)] {
        let mut peer = Peer::new(&server);
        let body = Object::new(&help::GetNearestDc {});
        assert_eq!(code(&peer.send(&Message { msg_id, seqno: 1, body })), wanted);
    }
}

#[test]
fn a_call_with_an_even_seqno_is_refused() {
    let mut peer = Peer::new(&nearest());
    let mut message = peer.message(&help::GetNearestDc {});
    message.seqno = 2;
    assert_eq!(code(&peer.send(&message)), 35);
}

#[test]
fn a_repeated_call_is_answered_again_and_not_made_again() {
    let server = nearest();
    let mut peer = Peer::new(&server);
    let message = peer.message(&help::GetNearestDc {});
    let first = peer.send(&message);
    let second = peer.send(&message);
    assert_eq!(first, second);
    assert_eq!(server.calls().len(), 1);
    // Once the client has the answer, only the message is acknowledged.
    let ids = first.iter().map(|message| message.msg_id).collect();
    let ack = Message { seqno: 2, ..peer.message(&MsgsAck { msg_ids: ids }) };
    assert_eq!(peer.send(&ack), []);
    let [only] = &*peer.send(&message) else { panic!("one message") };
    assert_eq!(only.body.decode_as::<MsgsAck>().unwrap().msg_ids, [message.msg_id]);
    assert_eq!(server.calls().len(), 1);
}

#[test]
fn a_container_is_answered_with_one() {
    let mut peer = Peer::new(&nearest());
    let messages = vec![peer.message(&help::GetNearestDc {}), peer.message(&Ping { ping_id: 9 })];
    let ids: Vec<i64> = messages.iter().map(|message| message.msg_id).collect();
    let mut container = peer.message(&MsgContainer { messages });
    container.seqno = 4;
    let answers = peer.send(&container);
    let [result, pong] = &*answers else { panic!("{answers:?}") };
    assert_eq!(result.body.decode_as::<RpcResult>().unwrap().req_msg_id, ids[0]);
    assert_eq!(pong.body.decode_as::<Pong>().unwrap(), Pong { msg_id: ids[1], ping_id: 9 });
    assert!(answers.windows(2).all(|two| two[0].msg_id < two[1].msg_id));
}

#[test]
fn a_container_in_a_container_is_refused() {
    let mut peer = Peer::new(&nearest());
    let inner = vec![peer.message(&MsgContainer::<Object> { messages: Vec::new() })];
    let mut outer = peer.message(&MsgContainer { messages: inner });
    outer.seqno = 2;
    assert_eq!(code(&peer.send(&outer)), 64);
}

#[test]
fn a_packed_call_is_answered_and_a_long_answer_is_packed() {
    let mut peer = Peer::new(&server(Builder::login));
    let (_, answers) = peer.ask(&GzipPacked::pack(&help::GetConfig {}));
    let config = answers.iter().find(|it| it.body.id() == RpcResult::<Object>::ID).unwrap();
    let result = config.body.decode_as::<RpcResult>().unwrap();
    assert_eq!(result.result.id(), <GzipPacked as Combinator>::ID);
    assert_eq!(result.answer_to(&help::GetConfig {}).unwrap().this_dc, 2);
}

#[test]
fn a_call_that_is_packed_as_tdlib_packs_it_is_answered() {
    // `help.getNearestDc` as zlib data.
    let packed_data = [0x78, 0x9c, 0x53, 0x33, 0xd8, 0x2c, 0x0f, 0x00, 0x02, 0xb1, 0x01, 0x29];
    let mut peer = Peer::new(&nearest());
    let (_, answers) = peer.ask(&GzipPacked { packed_data });
    assert_eq!(result(&answers).result.id(), NearestDc::ID);
    // And in a wrapper.
    let query = GzipPacked { packed_data };
    let (_, answers) = peer.ask(&InvokeWithLayer { layer: 230, query });
    assert_eq!(result(&answers).answer_as::<NearestDc>().unwrap().this_dc, 230);
}

#[test]
fn an_unknown_method_and_a_cut_call_are_errors() {
    let mut peer = Peer::new(&nearest());
    let error = |answers: Vec<Message>| {
        result(&answers).result.decode_as::<RpcError>().unwrap().error_message
    };
    let (_, answers) = peer.ask(&Object::from_vec(vec![1, 2, 3, 4]));
    assert_eq!(error(answers), "INPUT_METHOD_INVALID_67305985");
    let (_, answers) = peer.ask(&help::GetSupport {});
    assert_eq!(error(answers), "METHOD_INVALID");
    // `help.getNearestDc` with four bytes too many.
    let mut long = Object::new(&help::GetNearestDc {}).into_bytes();
    long.extend([0; 4]);
    let (_, answers) = peer.ask(&Object::from_vec(long));
    assert_eq!(error(answers), "INPUT_FETCH_ERROR_4");
}

#[test]
fn faults_come_once_and_in_turn() {
    let server = nearest();
    let mut peer = Peer::new(&server);
    server.fault("help.getNearestDc", Fault::flood_wait(3));
    server.fault("help.getNearestDc", Fault::Twice);
    server.fault("help.getNearestDc", Fault::UnknownConstructor);
    server.fault("help.getNearestDc", Fault::WrongSalt);
    let (_, answers) = peer.ask(&help::GetNearestDc {});
    assert_eq!(
        result(&answers).result.decode_as::<RpcError>().unwrap().error_message,
        "FLOOD_WAIT_3"
    );
    let (_, answers) = peer.ask(&help::GetNearestDc {});
    let [a, b] = &*answers else { panic!("{answers:?}") };
    assert!(a.body == b.body && a.msg_id != b.msg_id);
    let (_, answers) = peer.ask(&help::GetNearestDc {});
    assert_eq!(result(&answers).result.id(), 0xdead_beef);
    let (msg_id, answers) = peer.ask(&help::GetNearestDc {});
    let [only] = &*answers else { panic!("{answers:?}") };
    let bad: BadServerSalt = only.body.decode_as().unwrap();
    assert_eq!(bad.bad_msg_id, msg_id);
    peer.salt = bad.new_server_salt;
    let (_, answers) = peer.ask(&help::GetNearestDc {});
    assert_eq!(result(&answers).result.id(), NearestDc::ID);
}

#[test]
fn a_connection_that_is_cut_keeps_the_answer() {
    let server = nearest();
    let mut peer = Peer::new(&server);
    server.fault("help.getNearestDc", Fault::Disconnect);
    let message = peer.message(&help::GetNearestDc {});
    assert_eq!(peer.send(&message), []);
    assert!(peer.connection.is_closed());
    let mut again = Peer::new(&server);
    let answers = again.send(&message);
    assert_eq!(result(&answers).req_msg_id, message.msg_id);
    assert_eq!(server.calls().len(), 1);
}
