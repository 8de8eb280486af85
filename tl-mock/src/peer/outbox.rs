//! Messages that a session is to send, and those that the client has not acknowledged.

use std::{collections::VecDeque, time::Duration};

use typelang_runtime::{
    Encode, Object,
    mtproto::{Message, MsgContainer},
};

use crate::message::ids::{Kind, MsgIds};

/// Messages to send, and those that were sent and are not acknowledged.
#[derive(Debug, Default)]
pub(super) struct Outbox {
    ids: MsgIds,
    /// The number of messages so far that need an acknowledgement.
    content: i32,
    waiting: Vec<Message>,
    /// Ids of the client's messages to acknowledge.
    acks: Vec<i64>,
    sent: VecDeque<Sent>,
    sent_bytes: usize,
}

/// A message that was sent.
#[derive(Clone, Debug)]
struct Sent {
    message: Message,
    /// The request that it answers.
    answers: i64,
}

/// Whether the client is to acknowledge a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    Ack,
    Nothing,
}

/// How many answers are kept for sending them again, and their bytes.
const KEPT: usize = 64;
const KEPT_BYTES: usize = 2 << 20;
/// The most messages and bytes in a container, below the protocol's 1,020 messages and 1 MiB.
const MESSAGES: usize = 100;
const BYTES: usize = 256 * 1024;

impl Outbox {
    /// Adds a message.
    pub(super) fn add(&mut self, now: Duration, kind: Kind, need: Need, body: Object) {
        let message = self.message(now, kind, need, body);
        self.waiting.push(message);
    }

    /// Adds the answer to a request.
    pub(super) fn answer(&mut self, now: Duration, req_msg_id: i64, body: Object) {
        let message = self.message(now, Kind::Response, Need::Ack, body);
        self.keep(Sent { message: message.clone(), answers: req_msg_id });
        self.waiting.push(message);
    }

    fn message(&mut self, now: Duration, kind: Kind, need: Need, body: Object) -> Message {
        let is_content = i32::from(need == Need::Ack);
        let seqno = self.content.wrapping_mul(2) + is_content;
        self.content = self.content.wrapping_add(is_content);
        Message { msg_id: self.ids.next(now, kind), seqno, body }
    }

    fn keep(&mut self, sent: Sent) {
        self.sent_bytes += sent.message.body.len();
        self.sent.push_back(sent);
        while self.sent.len() > KEPT || self.sent_bytes > KEPT_BYTES {
            let Some(oldest) = self.sent.pop_front() else { return };
            self.sent_bytes -= oldest.message.body.len();
        }
    }

    /// Acknowledges a message of the client's.
    pub(super) fn ack(&mut self, msg_id: i64) {
        self.acks.push(msg_id);
    }

    /// The client has these messages.
    pub(super) fn acknowledged(&mut self, msg_ids: &[i64]) {
        self.sent.retain(|sent| !msg_ids.contains(&sent.message.msg_id));
        self.sent_bytes = self.sent.iter().map(|sent| sent.message.body.len()).sum();
    }

    /// Sends the answer to a request again; returns whether it was kept.
    pub(super) fn answer_again(&mut self, req_msg_id: i64) -> bool {
        let found = self.sent.iter().find(|sent| sent.answers == req_msg_id).cloned();
        found.map(|sent| self.waiting.push(sent.message)).is_some()
    }

    /// Sends a message again; returns whether it was kept.
    pub(super) fn resend(&mut self, msg_id: i64) -> bool {
        let found = self.sent.iter().find(|sent| sent.message.msg_id == msg_id).cloned();
        found.map(|sent| self.waiting.push(sent.message)).is_some()
    }

    /// Takes what is to be sent: each is one packet, a message or a container.
    pub(super) fn take(
        &mut self,
        now: Duration,
        acks: impl Fn(Vec<i64>) -> Object,
    ) -> Vec<Message> {
        if !self.acks.is_empty() {
            let body = acks(std::mem::take(&mut self.acks));
            self.add(now, Kind::Other, Need::Nothing, body);
        }
        let mut packets = Vec::new();
        let mut batch: Vec<Message> = Vec::new();
        let mut bytes = 0;
        for message in std::mem::take(&mut self.waiting) {
            let len = message.body.len() + 16;
            if !batch.is_empty() && (batch.len() == MESSAGES || bytes + len > BYTES) {
                packets.push(self.packet(now, std::mem::take(&mut batch)));
                bytes = 0;
            }
            bytes += len;
            batch.push(message);
        }
        if !batch.is_empty() {
            packets.push(self.packet(now, batch));
        }
        packets
    }

    fn packet(&mut self, now: Duration, mut batch: Vec<Message>) -> Message {
        match batch.pop() {
            Some(only) if batch.is_empty() => only,
            last => {
                batch.extend(last);
                let container = Object::from_vec(MsgContainer { messages: batch }.to_bytes());
                self.message(now, Kind::Other, Need::Nothing, container)
            }
        }
    }
}
