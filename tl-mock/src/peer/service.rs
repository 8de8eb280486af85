//! Messages of the protocol itself.

use std::time::Duration;

use typelang_runtime::{
    Combinator, Encode, Error, Object, ObjectRef,
    mtproto::{Message, RpcResult},
};
use typelang_telegram::mtproto::{
    functions::{
        DestroyAuthKey, DestroySession, GetFutureSalts, Ping, PingDelayDisconnect, RpcDropAnswer,
    },
    types::{
        DestroySessionNone, DestroySessionOk, FutureSalt, FutureSalts, HttpWait, MsgResendReq,
        MsgsAck, MsgsAllInfo, MsgsStateInfo, MsgsStateReq, Pong,
    },
};

use crate::{
    message::ids::Kind,
    peer::{
        keys::{Key, State},
        outbox::Need,
        steps::Step,
    },
};

/// What became of a message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Service {
    Done,
    /// The key is to be forgotten after this.
    DestroysKey,
    /// The message is a call of the API.
    NotMine,
}

/// `rpc_answer_unknown` and `destroy_auth_key_ok`, which have no fields.
const RPC_ANSWER_UNKNOWN: u32 = 0x5e2a_d36e;
const DESTROY_AUTH_KEY_OK: u32 = 0xf660_e1d4;
/// How long a salt is used.
const SALT_SECONDS: i32 = 3600;

/// Processes a message if it is one of the protocol's own.
pub(super) fn serve(
    key: &mut Key,
    state: &mut State,
    message: &Message<ObjectRef<'_>>,
    now: Duration,
    steps: &mut Vec<Step>,
) -> Result<Service, Error> {
    let (body, msg_id) = (message.body, message.msg_id);
    let mut reply = |body: Object| state.outbox.add(now, Kind::Response, Need::Nothing, body);
    match body.id() {
        Ping::ID => {
            let Ping { ping_id } = body.decode_as()?;
            reply(Object::new(&Pong { msg_id, ping_id }));
        }
        PingDelayDisconnect::ID => {
            let ping: PingDelayDisconnect = body.decode_as()?;
            let delay = u64::try_from(ping.disconnect_delay).unwrap_or_default();
            steps.push(Step::Expect(Duration::from_secs(delay)));
            reply(Object::new(&Pong { msg_id, ping_id: ping.ping_id }));
        }
        MsgsAck::ID => state.outbox.acknowledged(&body.decode_as::<MsgsAck>()?.msg_ids),
        GetFutureSalts::ID => {
            let GetFutureSalts { num } = body.decode_as()?;
            let salts = key.salts.hand_out(usize::try_from(num).unwrap_or_default());
            reply(Object::new(&future_salts(msg_id, &salts, now)));
        }
        MsgsStateReq::ID => {
            let ids = body.decode_as::<MsgsStateReq>()?.msg_ids;
            let info = ids.into_iter().map(|id| state.received.state(id)).collect();
            reply(Object::new(&MsgsStateInfo { req_msg_id: msg_id, info }));
        }
        MsgResendReq::ID => resend(state, msg_id, &body.decode_as::<MsgResendReq>()?.msg_ids, now),
        RpcDropAnswer::ID => {
            body.decode_as::<RpcDropAnswer>()?;
            let answer = RpcResult { req_msg_id: msg_id, result: bare(RPC_ANSWER_UNKNOWN) };
            state.outbox.answer(now, msg_id, Object::new(&answer));
        }
        DestroySession::ID => {
            let DestroySession { session_id } = body.decode_as()?;
            reply(if key.destroy(session_id) {
                Object::new(&DestroySessionOk { session_id })
            } else {
                Object::new(&DestroySessionNone { session_id })
            });
        }
        DestroyAuthKey::ID => {
            let answer = RpcResult { req_msg_id: msg_id, result: bare(DESTROY_AUTH_KEY_OK) };
            state.outbox.answer(now, msg_id, Object::new(&answer));
            return Ok(Service::DestroysKey);
        }
        // Over TCP there is nothing to wait for, and what a client knows of the server's messages changes nothing.
        HttpWait::ID | MsgsStateInfo::ID | MsgsAllInfo::ID => {}
        _ => return Ok(Service::NotMine),
    }
    Ok(Service::Done)
}

fn future_salts(req_msg_id: i64, salts: &[i64], now: Duration) -> FutureSalts {
    let now = i32::try_from(now.as_secs()).unwrap_or(i32::MAX);
    let since = (0..).map(|at: i32| now.saturating_add(at.saturating_mul(SALT_SECONDS)));
    let salts = since.zip(salts).map(|(valid_since, salt)| FutureSalt {
        valid_since,
        // They overlap, as Telegram's do.
        valid_until: valid_since.saturating_add(2 * SALT_SECONDS),
        salt: *salt,
    });
    FutureSalts { req_msg_id, now, salts: salts.collect() }
}

/// Sends messages again, and tells the state of those that are gone.
fn resend(state: &mut State, req_msg_id: i64, ids: &[i64], now: Duration) {
    let mut gone = false;
    // Each id costs a search, so a client gets at most as many as are kept.
    for id in ids.iter().take(64) {
        gone |= !state.outbox.resend(*id);
    }
    if gone {
        let info = ids.iter().map(|id| state.received.state(*id)).collect();
        let body = Object::new(&MsgsStateInfo { req_msg_id, info });
        state.outbox.add(now, Kind::Response, Need::Nothing, body);
    }
}

/// A boxed value without fields.
fn bare(id: u32) -> Object {
    Object::from_vec(id.to_bytes())
}
