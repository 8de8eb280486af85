//! One connection.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use typelang_runtime::{Decode, Encode, Object, ObjectRef, Options, Trailing};

use crate::{
    answer::{Answers, Event, Log},
    crypto::{auth_key::Side, rsa_key::RsaKey},
    frame::{Packet, Transport},
    handshake::Exchange,
    message::{
        Encrypted, Plain,
        ids::{Kind, MsgIds},
        open, seal,
    },
    peer::{
        keys::{Key, Keys, Target, lock},
        serve::{Serve, acks},
        steps::{Late, Step},
    },
};

/// What all connections share.
#[derive(Debug)]
pub(crate) struct Shared {
    pub(crate) rsa: RsaKey,
    pub(crate) answers: Answers,
    pub(crate) keys: Keys,
    pub(crate) log: Log,
}

/// One connection: bytes in, steps to take.
#[derive(Debug)]
pub(crate) struct Link {
    shared: Arc<Shared>,
    transport: Transport,
    exchange: Exchange,
    ids: MsgIds,
    /// The key and session of the last message.
    session: Option<(Arc<Mutex<Key>>, Target)>,
}

/// The error for a key that the server does not have, as an HTTP status would be.
const NO_KEY: i32 = -404;

impl Link {
    pub(crate) fn new(shared: Arc<Shared>) -> Self {
        Self {
            shared,
            transport: Transport::server(),
            exchange: Exchange::default(),
            ids: MsgIds::default(),
            session: None,
        }
    }

    /// The session of the last message.
    pub(crate) fn target(&self) -> Option<Target> {
        self.session.as_ref().map(|(_, target)| *target)
    }

    /// Takes bytes from the client; `now` is the time since 1970.
    pub(crate) fn receive(&mut self, bytes: &[u8], now: Duration) -> Vec<Step> {
        let was_known = self.transport.framing().is_some();
        self.transport.receive(bytes);
        let mut steps = Vec::new();
        loop {
            let packet = self.transport.packet();
            if let (false, Some(framing)) = (was_known, self.transport.framing()) {
                let is_obfuscated = self.transport.is_obfuscated();
                self.log(&Event::Transport { framing, is_obfuscated });
            }
            match packet {
                Ok(Some(packet)) => self.packet(&packet, now, &mut steps),
                Ok(None) => return steps,
                Err(error) => {
                    self.log(&Event::Unframed(error));
                    steps.push(Step::Close);
                }
            }
            if steps.last() == Some(&Step::Close) {
                return steps;
            }
        }
    }

    /// Sends an answer that was put off.
    pub(crate) fn late(&mut self, late: Late, now: Duration) -> Vec<Step> {
        let session_id = late.session_id;
        self.serve(Some(session_id), now, |serve| serve.answer(late))
    }

    /// Sends a value to the session of the last message.
    pub(crate) fn push(&mut self, value: Object, now: Duration) -> Vec<Step> {
        self.serve(None, now, |serve| serve.push_translated(value))
    }

    fn packet(&mut self, packet: &Packet, now: Duration, steps: &mut Vec<Step>) {
        match packet.payload.first_chunk::<8>() {
            Some([0, 0, 0, 0, 0, 0, 0, 0]) => self.plain(&packet.payload, now, steps),
            Some(id) => self.encrypted(i64::from_le_bytes(*id), packet, now, steps),
            None => self.fail(steps),
        }
    }

    /// A step of the exchange of a key.
    fn plain(&mut self, payload: &[u8], now: Duration, steps: &mut Vec<Step>) {
        let options = Options::DEFAULT.trailing(Trailing::Allow);
        let step = Plain::<ObjectRef<'_>>::from_bytes_with(payload, &options)
            .map_err(Into::into)
            .and_then(|plain| {
                let fault = || self.shared.answers.key_fault();
                self.exchange.receive(plain.body, &self.shared.rsa, now, fault)
            });
        match step {
            Ok(step) => {
                if let Some(new) = step.key {
                    let (auth_key_id, expires_in) = (new.key.id(), new.expires_in);
                    self.shared.keys.add(new, now);
                    self.log(&Event::KeyAgreed { auth_key_id, expires_in });
                }
                let msg_id = self.ids.next(now, Kind::Response);
                let reply = Plain { msg_id, body: step.reply }.to_bytes();
                steps.push(Step::Write(self.transport.send(&reply)));
            }
            Err(refusal) => {
                self.log(&Event::Refused(refusal));
                self.fail(steps);
            }
        }
    }

    fn encrypted(
        &mut self,
        auth_key_id: i64,
        packet: &Packet,
        now: Duration,
        steps: &mut Vec<Step>,
    ) {
        let key = self.shared.keys.get(auth_key_id, now);
        let opened = key.and_then(|key| {
            let message = open(&lock(&key).auth, Side::Client, &packet.payload).ok()?;
            Some((key, message))
        });
        let Some((key, message)) = opened else {
            self.log(&Event::UnknownKey { auth_key_id });
            return self.fail(steps);
        };
        if packet.wants_quick_ack {
            steps.push(Step::Write(self.transport.send_quick_ack(message.quick_ack)));
        }
        let target = Target { auth_key_id, session_id: message.session_id };
        self.session = Some((key, target));
        steps.extend(self.serve(None, now, |serve| serve.packet(&message)));
    }

    /// Tells the client that its key is unknown, and closes the connection.
    fn fail(&mut self, steps: &mut Vec<Step>) {
        steps.push(Step::Write(self.transport.send(&NO_KEY.to_le_bytes())));
        steps.push(Step::Close);
    }

    /// Has a session work, the last one unless another is named, and sends what it has to send.
    fn serve(
        &mut self,
        session_id: Option<i64>,
        now: Duration,
        work: impl FnOnce(&mut Serve<'_>),
    ) -> Vec<Step> {
        let Some((key, target)) = self.session.clone() else { return Vec::new() };
        let shared = Arc::clone(&self.shared);
        let mut key = lock(&key);
        let mut state = key.session(session_id.unwrap_or(target.session_id));
        let mut serve = Serve {
            answers: &shared.answers,
            keys: &shared.keys,
            log: &shared.log,
            key: &mut key,
            state: &mut state,
            now,
            steps: Vec::new(),
            destroys_key: false,
        };
        work(&mut serve);
        let (mut steps, destroys_key) = (serve.steps, serve.destroys_key);
        let closes = steps.contains(&Step::Close);
        steps.retain(|step| *step != Step::Close);
        let messages = state.outbox.take(now, acks);
        // A connection that is cut carries nothing more.
        for message in messages.into_iter().filter(|_| !closes) {
            let packet = seal(
                &key.auth,
                Side::Server,
                &Encrypted {
                    salt: key.salts.current,
                    session_id: state.session.session_id(),
                    msg_id: message.msg_id,
                    seqno: message.seqno,
                    body: message.body.into_bytes(),
                    quick_ack: 0,
                },
            );
            steps.push(Step::Write(self.transport.send(&packet)));
        }
        key.keep(state);
        if destroys_key {
            shared.keys.remove(target.auth_key_id);
        }
        if closes {
            steps.push(Step::Close);
        }
        steps
    }

    fn log(&self, event: &Event) {
        self.shared.log.tell(event);
    }
}
