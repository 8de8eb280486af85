//! Ids of messages.

use std::time::Duration;

/// Makes the server's ids: the time × 2³², ascending, and 1 or 3 modulo 4.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct MsgIds {
    last: i64,
}

/// What a message of the server's is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A response to a client's message.
    Response = 1,
    /// Anything else.
    Other = 3,
}

impl MsgIds {
    /// The next id at this time since 1970.
    pub(crate) fn next(&mut self, now: Duration, kind: Kind) -> i64 {
        let id = (at(now) & !3).max((self.last & !3) + 4) + kind as i64;
        self.last = id;
        id
    }
}

/// The id at a time since 1970.
pub(crate) fn at(time: Duration) -> i64 {
    let seconds = i64::from(u32::try_from(time.as_secs()).unwrap_or(u32::MAX));
    let fraction = (u64::from(time.subsec_nanos()) << 32) / 1_000_000_000;
    seconds << 32 | i64::try_from(fraction).unwrap_or_default()
}

/// The seconds since 1970 of an id.
pub(crate) const fn seconds(msg_id: i64) -> i64 {
    msg_id >> 32
}
