//! Ids of messages that a session received.

use std::collections::BTreeSet;

/// The ids of the last messages of a session.
#[derive(Clone, Debug, Default)]
pub(super) struct Received {
    ids: BTreeSet<i64>,
    /// Ids up to this one are forgotten.
    forgotten: i64,
}

/// What the server knows of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    New,
    Repeated,
    /// Older than all that are remembered.
    Forgotten,
}

/// How many are remembered.
const KEPT: usize = 1024;

impl Received {
    /// Remembers an id, and tells what was known of it.
    pub(super) fn note(&mut self, msg_id: i64) -> Known {
        let known = self.known(msg_id);
        if known == Known::New {
            self.ids.insert(msg_id);
            if self.ids.len() > KEPT {
                self.forgotten = self.ids.pop_first().unwrap_or_default();
            }
        }
        known
    }

    fn known(&self, msg_id: i64) -> Known {
        match self.ids.contains(&msg_id) {
            true => Known::Repeated,
            false if msg_id <= self.forgotten => Known::Forgotten,
            false => Known::New,
        }
    }

    /// Takes back a message that was refused and may be sent again under the same id.
    pub(super) fn forget(&mut self, msg_id: i64) {
        self.ids.remove(&msg_id);
    }

    /// The byte of `msgs_state_info` for an id.
    pub(super) fn state(&self, msg_id: i64) -> u8 {
        match self.known(msg_id) {
            Known::Repeated => 4,
            Known::Forgotten => 1,
            Known::New if self.ids.last().is_some_and(|last| msg_id > *last) => 3,
            Known::New => 2,
        }
    }
}
