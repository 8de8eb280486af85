//! The codes of `bad_msg_notification`, each for a message that deserves it.

use typelang_mock::Builder;
use typelang_runtime::{
    Combinator, Object,
    mtproto::{Message, MsgContainer, RpcResult},
};
use typelang_telegram::{
    functions::help,
    mtproto::{
        functions::Ping,
        types::{BadMsgNotification, MsgsAck, Pong},
    },
};

use crate::peer::{Peer, id_at, server};

/// The code of the one `bad_msg_notification` that came, which names the message.
fn code(messages: &[Message], refused: &Message) -> i32 {
    let [only] = messages else { panic!("{messages:?}") };
    let bad: BadMsgNotification = only.body.decode_as().unwrap();
    assert_eq!((bad.bad_msg_id, bad.bad_msg_seqno), (refused.msg_id, refused.seqno));
    bad.error_code
}

fn ping(msg_id: i64, seqno: i32) -> Message {
    Message { msg_id, seqno, body: Object::new(&Ping { ping_id: msg_id }) }
}

fn container(msg_id: i64, seqno: i32, messages: Vec<Message>) -> Message {
    Message { msg_id, seqno, body: Object::new(&MsgContainer { messages }) }
}

fn is_pong(messages: &[Message], of: i64) -> bool {
    matches!(messages, [only] if only.body.decode_as() == Ok(Pong { msg_id: of, ping_id: of }))
}

#[test]
fn a_container_with_the_id_of_another_message_is_19() {
    let mut peer = Peer::new(&server(|builder| builder));
    let (inner, outer) = (id_at(0) + 4, id_at(0) + 8);
    let first = container(outer, 2, vec![ping(inner, 1)]);
    assert!(is_pong(&peer.send(&first), inner));
    // The same container once more is no other message.
    assert_eq!(peer.send(&first)[0].body.id(), MsgsAck::ID);
    let other = container(outer, 2, vec![ping(inner - 4, 0)]);
    assert_eq!(code(&peer.send(&other), &other), 19);
    // Nor may it have the id of a message that is no container.
    let taken = container(inner, 0, vec![]);
    assert_eq!(code(&peer.send(&taken), &taken), 19);
}

#[test]
fn a_message_older_than_all_that_are_remembered_is_20() {
    let mut peer = Peer::new(&server(|builder| builder));
    let old = ping(id_at(-200), 1);
    let pings = (0..1100).map(|at| ping(id_at(-100) + 4 * at, 2));
    for (at, chunk) in (1..).zip(pings.collect::<Vec<_>>().chunks(100)) {
        let answers = peer.send(&container(id_at(at), 2, chunk.to_vec()));
        assert_eq!(answers.len(), 100);
    }
    assert_eq!(code(&peer.send(&old), &old), 20);
}

#[test]
fn a_sequence_number_out_of_order_is_32_or_33() {
    let mut peer = Peer::new(&server(|builder| builder));
    for message in [ping(id_at(1), 1), ping(id_at(2), 3), ping(id_at(4), 5)] {
        assert!(is_pong(&peer.send(&message), message.msg_id));
    }
    // An earlier message has a higher one, or the same odd one.
    for seqno in [1, 4, 5] {
        let low = ping(id_at(5), seqno);
        assert_eq!(code(&peer.send(&low), &low), 32);
    }
    // A later message has a lower one, or the same odd one.
    for seqno in [7, 6, 5] {
        let high = ping(id_at(3), seqno);
        assert_eq!(code(&peer.send(&high), &high), 33);
    }
    // What was refused may be sent again, and an even one may be the same.
    for message in [ping(id_at(3), 4), ping(id_at(3) + 4, 4), ping(id_at(6), 6), ping(id_at(7), 6)]
    {
        assert!(is_pong(&peer.send(&message), message.msg_id), "{message:?}");
    }
}

#[test]
fn an_odd_sequence_number_of_a_container_is_34() {
    let mut peer = Peer::new(&server(|builder| builder));
    let odd = container(id_at(2), 3, vec![ping(id_at(1), 1)]);
    assert_eq!(code(&peer.send(&odd), &odd), 34);
    // Telegram takes it from `msgs_ack`, and mtcute sends it.
    let odd = Message { seqno: 3, ..peer.message(&MsgsAck { msg_ids: vec![1] }) };
    assert_eq!(peer.send(&odd), []);
}

#[test]
fn a_message_in_a_container_with_a_later_id_is_64() {
    let mut peer = Peer::new(&server(|builder| builder));
    for inner in [ping(id_at(2), 1), ping(id_at(3), 1), ping(id_at(1) + 1, 1)] {
        let answers = peer.send(&container(id_at(2), 2, vec![inner.clone()]));
        assert_eq!(code(&answers, &inner), 64);
        peer.session_id += 1;
    }
}

#[test]
fn a_container_of_more_than_1020_messages_is_64() {
    let mut peer = Peer::new(&server(|builder| builder));
    let pings = |count| (0..count).map(|at| ping(id_at(0) + 4 * at, 0)).collect();
    let large = container(id_at(1), 0, pings(1021));
    assert_eq!(code(&peer.send(&large), &large), 64);
    assert_eq!(peer.send(&container(id_at(1), 0, pings(1020))).len(), 1020);
}

#[test]
fn a_replayed_packet_makes_no_second_call() {
    let server = server(Builder::login);
    let mut peer = Peer::new(&server);
    let message = peer.message(&help::GetNearestDc {});
    let packet = peer.sealed(&message);
    let first = peer.packet(&packet);
    assert_eq!(first[0].body.id(), RpcResult::<Object>::ID);
    assert_eq!(peer.packet(&packet), first);
    // On another connection too.
    let mut thief = Peer::new(&server);
    assert_eq!(thief.packet(&packet), first);
    assert_eq!(server.calls().len(), 1);
}
