//! Encrypted messages of a session.

use std::time::Duration;

use typelang_runtime::{
    Combinator, Object, ObjectRef,
    mtproto::{GzipPacked, Message, MsgContainer, RpcResult},
};
use typelang_telegram::mtproto::types::{
    BadMsgNotification, BadServerSalt, MsgsAck, NewSessionCreated,
};

use crate::{
    answer::{Answers, Event, Log},
    client::Effects,
    crypto::random,
    message::{
        Encrypted,
        ids::{self, Kind},
    },
    peer::{
        keys::{Key, Keys, State, lock},
        outbox::Need,
        received::{Known, Misfit, Seen},
        service::{self, Service},
        steps::{Late, Step},
    },
};

/// A session at work on one packet.
pub(super) struct Serve<'a> {
    pub(super) answers: &'a Answers,
    pub(super) keys: &'a Keys,
    pub(super) log: &'a Log,
    pub(super) key: &'a mut Key,
    pub(super) state: &'a mut State,
    pub(super) now: Duration,
    pub(super) steps: Vec<Step>,
    /// Whether the client destroyed the key.
    pub(super) destroys_key: bool,
}

/// The codes of `bad_msg_notification` and `bad_server_salt`, from
/// <https://core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message>.
mod code {
    pub(super) const TOO_LOW: i32 = 16;
    pub(super) const TOO_HIGH: i32 = 17;
    pub(super) const NOT_FROM_CLIENT: i32 = 18;
    pub(super) const CONTAINER_ID: i32 = 19;
    pub(super) const FORGOTTEN: i32 = 20;
    pub(super) const SEQNO_LOW: i32 = 32;
    pub(super) const SEQNO_HIGH: i32 = 33;
    pub(super) const EVEN_WANTED: i32 = 34;
    pub(super) const ODD_WANTED: i32 = 35;
    pub(super) const SALT: i32 = 48;
    pub(super) const CONTAINER: i32 = 64;
}

/// How far an id may be in the past and in the future, in seconds.
const PAST: i64 = 300;
const FUTURE: i64 = 30;
/// The most messages in a container, <https://core.telegram.org/mtproto/service_messages#simple-container>.
const MESSAGES: usize = 1020;
/// Answers from this length on are compressed.
const PACKED: usize = 256;

impl Serve<'_> {
    /// Processes a packet's message.
    pub(super) fn packet(&mut self, packet: &Encrypted) {
        let body = ObjectRef::new(&packet.body);
        let message = Message { msg_id: packet.msg_id, seqno: packet.seqno, body };
        if !self.key.salts.has(packet.salt) {
            return self.refuse_salt(&message);
        }
        if let Some(code) = self.wrong_id(packet.msg_id) {
            return self.refuse(&message, code);
        }
        self.announce(packet.msg_id);
        if body.id() == MsgContainer::<ObjectRef<'_>>::ID {
            self.container(&message);
        } else {
            self.message(&message);
        }
    }

    /// The code for an id that no client gives now.
    fn wrong_id(&self, msg_id: i64) -> Option<i32> {
        let now = i64::try_from(self.now.as_secs()).unwrap_or(i64::MAX);
        match ids::seconds(msg_id) {
            _ if msg_id & 3 != 0 => Some(code::NOT_FROM_CLIENT),
            seconds if seconds < now - PAST => Some(code::TOO_LOW),
            seconds if seconds > now + FUTURE => Some(code::TOO_HIGH),
            _ => None,
        }
    }

    /// Tells the client that its session is new.
    fn announce(&mut self, first_msg_id: i64) {
        if std::mem::replace(&mut self.state.is_announced, true) {
            return;
        }
        let unique_id = random::long();
        let created =
            NewSessionCreated { first_msg_id, unique_id, server_salt: self.key.salts.current };
        self.state.outbox.add(self.now, Kind::Other, Need::Ack, Object::new(&created));
    }

    fn container(&mut self, outer: &Message<ObjectRef<'_>>) {
        let Ok(container) = outer.body.decode_as::<MsgContainer<ObjectRef<'_>>>() else {
            return self.refuse(outer, code::CONTAINER);
        };
        if container.messages.len() > MESSAGES {
            return self.refuse(outer, code::CONTAINER);
        }
        if outer.seqno & 1 != 0 {
            return self.refuse(outer, code::EVEN_WANTED);
        }
        match self.note(outer) {
            // The messages in it are looked at one by one.
            Ok(Known::New | Known::Repeated) => {}
            Ok(Known::Other) => return self.refuse(outer, code::CONTAINER_ID),
            Ok(Known::Forgotten) => return self.refuse(outer, code::FORGOTTEN),
            Err(code) => return self.refuse(outer, code),
        }
        for message in &container.messages {
            if message.msg_id & 3 != 0 || message.msg_id >= outer.msg_id {
                self.refuse(message, code::CONTAINER);
            } else {
                self.message(message);
            }
        }
    }

    /// Remembers a message if it is new and its sequence number fits; returns what was known of it, or the code for a
    /// sequence number that does not fit.
    fn note(&mut self, message: &Message<ObjectRef<'_>>) -> Result<Known, i32> {
        let seen = Seen::new(message.seqno, message.body.as_bytes());
        let received = &mut self.state.received;
        let known = received.known(message.msg_id, seen);
        if known == Known::New {
            match received.misfit(message.msg_id, seen) {
                Some(Misfit::TooLow) => return Err(code::SEQNO_LOW),
                Some(Misfit::TooHigh) => return Err(code::SEQNO_HIGH),
                None => received.note(message.msg_id, seen),
            }
        }
        Ok(known)
    }

    fn message(&mut self, message: &Message<ObjectRef<'_>>) {
        match self.note(message) {
            Ok(Known::New) => {}
            Ok(Known::Repeated | Known::Other) => {
                // A lost answer is sent again; otherwise the client learns that the message is here.
                if !self.state.outbox.answer_again(message.msg_id) {
                    self.state.outbox.ack(message.msg_id);
                }
                return;
            }
            Ok(Known::Forgotten) => return self.refuse(message, code::FORGOTTEN),
            Err(code) => return self.refuse(message, code),
        }
        if message.body.id() == <GzipPacked as Combinator>::ID
            && let Ok(unpacked) = message.body.to_object().unpacked()
        {
            let body = unpacked.borrowed();
            return self.unpacked(&Message { msg_id: message.msg_id, seqno: message.seqno, body });
        }
        self.unpacked(message);
    }

    fn unpacked(&mut self, message: &Message<ObjectRef<'_>>) {
        let served = service::serve(self.key, self.state, message, self.now, &mut self.steps);
        match served {
            Ok(Service::Done) => {}
            Ok(Service::DestroysKey) => self.destroys_key = true,
            Ok(Service::NotMine) if message.seqno & 1 == 0 => {
                self.state.received.forget(message.msg_id);
                self.refuse(message, code::ODD_WANTED);
            }
            Ok(Service::NotMine) => self.call(message),
            // Only calls are answered with errors; the client learns that the message has arrived.
            Err(_) => self.state.outbox.ack(message.msg_id),
        }
    }

    fn call(&mut self, message: &Message<ObjectRef<'_>>) {
        let session = &mut self.state.session;
        session.account = lock(&self.key.account).clone();
        session.call.msg_id = message.msg_id;
        session.call.is_without_updates = false;
        session.effects = Effects::default();
        let mut answer = self.answers.answer(session, message.body);
        *lock(&self.key.account) = session.account.clone();
        let effects = std::mem::take(&mut session.effects);
        if let Some(call) = &effects.binds {
            answer = self.bind(message.msg_id, call);
        }
        if effects.refuses_salt {
            self.key.salts.renew();
            self.state.received.forget(message.msg_id);
            return self.refuse_salt(message);
        }
        if effects.disconnects {
            // The answer is kept for a client that asks again.
            self.steps.push(Step::Close);
        }
        let late = Late {
            session_id: self.state.session.session_id(),
            req_msg_id: message.msg_id,
            answer,
            times: if effects.is_repeated { 2 } else { 1 },
            pushes: effects.pushes,
        };
        match effects.delay {
            Some(delay) => {
                self.state.outbox.ack(message.msg_id);
                self.steps.push(Step::Wait(delay, late));
            }
            None => self.answer(late),
        }
    }

    /// Sends an answer, and what is pushed with it.
    pub(super) fn answer(&mut self, late: Late) {
        let answer = late.answer;
        let result = if answer.len() >= PACKED { answer.packed() } else { answer };
        let result = Object::new(&RpcResult { req_msg_id: late.req_msg_id, result });
        for _ in 0..late.times {
            self.state.outbox.answer(self.now, late.req_msg_id, result.clone());
        }
        late.pushes.into_iter().for_each(|value| self.push(value));
    }

    /// Sends a value of the built-in layer, in the client's.
    pub(super) fn push_translated(&mut self, value: Object) {
        let layer = lock(&self.key.account).layer;
        if let Some(value) = self.answers.to_client(layer, value) {
            self.push(value);
        }
    }

    /// Sends a value that answers nothing.
    pub(super) fn push(&mut self, value: Object) {
        self.state.outbox.add(self.now, Kind::Other, Need::Ack, value);
    }

    fn refuse_salt(&mut self, message: &Message<ObjectRef<'_>>) {
        self.report(message.msg_id, code::SALT);
        let body = Object::new(&BadServerSalt {
            bad_msg_id: message.msg_id,
            bad_msg_seqno: message.seqno,
            error_code: code::SALT,
            new_server_salt: self.key.salts.current,
        });
        self.state.outbox.add(self.now, Kind::Response, Need::Nothing, body);
    }

    fn refuse(&mut self, message: &Message<ObjectRef<'_>>, code: i32) {
        self.report(message.msg_id, code);
        let body = Object::new(&BadMsgNotification {
            bad_msg_id: message.msg_id,
            bad_msg_seqno: message.seqno,
            error_code: code,
        });
        self.state.outbox.add(self.now, Kind::Response, Need::Nothing, body);
    }

    fn report(&self, msg_id: i64, code: i32) {
        self.log.tell(&Event::BadMessage { msg_id, code });
    }
}

/// `msgs_ack` of these messages.
pub(super) fn acks(msg_ids: Vec<i64>) -> Object {
    Object::new(&MsgsAck { msg_ids })
}
