//! Messages of the protocol itself.

use typelang_runtime::{Combinator, Object, mtproto::Message};
use typelang_telegram::{
    enums::Updates,
    functions::help,
    mtproto::{
        functions::{DestroySession, GetFutureSalts, PingDelayDisconnect},
        types::{
            DestroySessionNone, DestroySessionOk, FutureSalts, MsgResendReq, MsgsStateInfo,
            MsgsStateReq, Pong,
        },
    },
};

use crate::peer::{NOW, Peer, server};

fn only(messages: &[Message]) -> &Object {
    let [only] = messages else { panic!("{messages:?}") };
    &only.body
}

#[test]
fn as_many_salts_come_as_were_asked_for_and_all_of_them_work() {
    let mut peer = Peer::new(&server(|builder| builder));
    for (num, count) in [(1, 1), (64, 64), (1000, 64), (-1, 1)] {
        let (msg_id, answers) = peer.ask(&GetFutureSalts { num });
        let salts: FutureSalts = only(&answers).decode_as().unwrap();
        assert_eq!((salts.req_msg_id, salts.salts.len()), (msg_id, count));
        assert_eq!(u64::try_from(salts.now).unwrap(), NOW.as_secs());
        let last = salts.salts.last().unwrap();
        assert!(last.valid_since < last.valid_until);
        peer.salt = last.salt;
    }
}

#[test]
fn a_ping_is_answered_whatever_its_seqno() {
    let mut peer = Peer::new(&server(|builder| builder));
    let mut message = peer.message(&PingDelayDisconnect { ping_id: 3, disconnect_delay: 75 });
    message.seqno = 0;
    let msg_id = message.msg_id;
    let answers = peer.send(&message);
    assert_eq!(only(&answers).decode_as::<Pong>().unwrap(), Pong { msg_id, ping_id: 3 });
}

#[test]
fn the_state_of_messages_is_told() {
    let mut peer = Peer::new(&server(|builder| builder));
    let (known, _) = peer.ask(&help::GetSupport {});
    let (msg_id, answers) =
        peer.ask(&MsgsStateReq { msg_ids: vec![known, known - 4, known + 4000] });
    let info: MsgsStateInfo = only(&answers).decode_as().unwrap();
    assert_eq!((info.req_msg_id, &*info.info), (msg_id, &[4, 2, 3][..]));
}

#[test]
fn a_message_is_sent_again() {
    let mut peer = Peer::new(&server(|builder| builder));
    let (_, answers) = peer.ask(&help::GetSupport {});
    let sent = answers.last().unwrap();
    let (_, again) = peer.ask(&MsgResendReq { msg_ids: vec![sent.msg_id] });
    assert_eq!(again, std::slice::from_ref(sent));
}

#[test]
fn a_session_is_destroyed_once() {
    let server = server(|builder| builder);
    let mut old = Peer::new(&server);
    old.ask(&help::GetSupport {});
    let mut peer = Peer::new(&server);
    peer.session_id = 6;
    let (_, answers) = peer.ask(&DestroySession { session_id: 5 });
    assert_eq!(only(&answers).id(), DestroySessionOk::ID);
    let (_, answers) = peer.ask(&DestroySession { session_id: 5 });
    assert_eq!(only(&answers).id(), DestroySessionNone::ID);
}

#[test]
fn a_value_is_pushed_once_the_session_is_known() {
    let mut peer = Peer::new(&server(|builder| builder));
    assert!(peer.connection.push(&Updates::TooLong, NOW).is_empty());
    peer.ask(&help::GetSupport {});
    let written = peer.connection.push(&Updates::TooLong, NOW);
    let pushed = peer.read(&written);
    assert_eq!(only(&pushed).decode_as::<Updates>().unwrap(), Updates::TooLong);
    assert_eq!(pushed[0].msg_id & 3, 3);
}
