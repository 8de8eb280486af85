//! Messages that a session received.

use std::collections::BTreeMap;

use crate::crypto::hash::sha1;

/// The ids of the last messages of a session, and what was in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Received {
    messages: BTreeMap<i64, Seen>,
    /// Ids up to this one are forgotten.
    forgotten: i64,
}

/// A message that was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    seqno: i32,
    /// The start of the body's SHA-1.
    digest: [u8; 8],
}

/// What the server knows of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    New,
    /// The same message was received.
    Repeated,
    /// A message with this id and another body was received.
    Other,
    /// Older than all that are remembered.
    Forgotten,
}

/// How a sequence number does not fit those of other messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misfit {
    /// A message with a lower id has a higher one, or the same odd one.
    TooLow,
    /// A message with a higher id has a lower one, or the same odd one.
    TooHigh,
}

/// How many are remembered.
const KEPT: usize = 1024;

impl Seen {
    pub(super) fn new(seqno: i32, body: &[u8]) -> Self {
        let hash = sha1(&[body]);
        Self { seqno, digest: std::array::from_fn(|at| hash[at]) }
    }
}

impl Received {
    /// Tells what is known of a message.
    pub(super) fn known(&self, msg_id: i64, seen: Seen) -> Known {
        match self.messages.get(&msg_id) {
            Some(known) if known.digest == seen.digest => Known::Repeated,
            Some(_) => Known::Other,
            None if msg_id <= self.forgotten => Known::Forgotten,
            None => Known::New,
        }
    }

    /// Tells whether the sequence number of a new message fits those of the messages around it, which fit each other.
    pub(super) fn misfit(&self, msg_id: i64, seen: Seen) -> Option<Misfit> {
        let before = self.messages.range(..msg_id).next_back();
        let after = self.messages.range(msg_id..).next();
        let is_in_order = |low: i32, high: i32| low < high || low == high && low & 1 == 0;
        if before.is_some_and(|(_, it)| !is_in_order(it.seqno, seen.seqno)) {
            return Some(Misfit::TooLow);
        }
        let is_too_high = after.is_some_and(|(_, it)| !is_in_order(seen.seqno, it.seqno));
        is_too_high.then_some(Misfit::TooHigh)
    }

    /// Remembers a message.
    pub(super) fn note(&mut self, msg_id: i64, seen: Seen) {
        self.messages.insert(msg_id, seen);
        if self.messages.len() > KEPT
            && let Some((oldest, _)) = self.messages.pop_first()
        {
            self.forgotten = oldest;
        }
    }

    /// Takes back a message that was refused and may be sent again under the same id.
    pub(super) fn forget(&mut self, msg_id: i64) {
        self.messages.remove(&msg_id);
    }

    /// The byte of `msgs_state_info` for an id.
    pub(super) fn state(&self, msg_id: i64) -> u8 {
        match self.messages.last_key_value() {
            _ if self.messages.contains_key(&msg_id) => 4,
            _ if msg_id <= self.forgotten => 1,
            Some((last, _)) if msg_id > *last => 3,
            _ => 2,
        }
    }
}
